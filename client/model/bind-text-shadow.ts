import type { Delta, TextEdit } from './bind-text-diff.ts';

const GONE = -1;

/**
 * Where the characters of an editor that is left alone for a while (an input method composes in it) have got to in the shared text
 * that others go on changing. Made when the first such change comes, while the two are still the same.
 */
export class ShadowMap {
  /** For each UTF-16 unit in the editor its index in the text, or `GONE`. Ascending, but for the gone ones. */
  #places: readonly number[];

  constructor(length: number) {
    this.#places = Array.from({ length }, (_, index) => index);
  }

  /** Somebody else has changed the text. */
  others(delta: Delta): void {
    this.#places = this.#places.map((place) => (place === GONE ? GONE : placeThrough(place, delta)));
  }

  /**
   * The editor has been changed: what to do with the text, step by step. Takes out only what the editor itself held, never what others have
   * written in between.
   */
  own({ index, remove, insert }: TextEdit): readonly TextEdit[] {
    const left = this.#places.slice(0, index);
    const out = this.#places.slice(index, index + remove).filter((place) => place !== GONE);
    const right = this.#places.slice(index + remove);
    const at = after(left);
    const steps = runs(out).map((run): TextEdit => ({ index: run.start, remove: run.length, insert: '' }));
    const follows = right.map((place) =>
      place === GONE ? GONE : place - out.filter((gone) => gone < place).length + insert.length,
    );
    this.#places = [...left, ...Array.from({ length: insert.length }, (_, i) => at + i), ...follows];
    return insert === '' ? steps : [...steps, { index: at, remove: 0, insert }];
  }

  /** Where a caret in the editor is in the text: behind the same character. */
  caret(index: number): number {
    return after(this.#places.slice(0, index));
  }
}

/** Behind the last of these that is still there. */
const after = (places: readonly number[]): number => (places.findLast((place) => place !== GONE) ?? GONE) + 1;

/** Stretches of neighbouring places, the last first, so that taking one out does not move the others. */
function runs(places: readonly number[]): readonly { readonly start: number; readonly length: number }[] {
  const found: { start: number; length: number }[] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last !== undefined && last.start + last.length === place) last.length += 1;
    else found.push({ start: place, length: 1 });
  }
  return found.reverse();
}

/** Where a character of a text is after a change, or `GONE`. */
function placeThrough(place: number, delta: Delta): number {
  let [before, now] = [0, 0];
  for (const step of delta) {
    if (typeof step.insert === 'string') {
      now += step.insert.length;
      continue;
    }
    const length = step.retain ?? step.delete ?? 0;
    if (place < before + length) return step.retain === undefined ? GONE : now + place - before;
    before += length;
    if (step.retain !== undefined) now += length;
  }
  return now + place - before;
}
