import type * as Y from 'yjs';

interface Step {
  readonly retain?: number;
  readonly delete?: number;
  readonly insert?: string;
}

/** An edit of a text told from its beginning to its end. What is kept is not touched: cursors and edits on their way hold on to it. */
export class TextSteps {
  readonly #steps: Step[] = [];
  #kept = 0;

  keep(length: number): void {
    this.#kept += length;
  }

  remove(length: number): void {
    if (length > 0) this.#add({ delete: length });
  }

  insert(text: string): void {
    if (text !== '') this.#add({ insert: text });
  }

  /** Puts `to` where `from` stands, their common ends kept. Whole characters only: a surrogate pair that is split is damaged for good. */
  replace(from: string, to: string): void {
    if (from === to) {
      this.keep(from.length);
      return;
    }
    const [before, after] = [Array.from(from), Array.from(to)];
    const start = commonStart(before, after, Math.min(before.length, after.length));
    const most = Math.min(before.length, after.length) - start;
    const end = commonStart(before.toReversed(), after.toReversed(), most);
    const inner = (characters: readonly string[]) =>
      characters.slice(start, characters.length - end).join('');
    this.keep(before.slice(0, start).join('').length);
    this.remove(inner(before).length);
    this.insert(inner(after));
    this.keep(before.slice(before.length - end).join('').length);
  }

  /** Writes nothing when nothing changes. */
  applyTo(text: Y.Text): void {
    if (this.#steps.length > 0) text.applyDelta(this.#steps);
  }

  #add(step: Step): void {
    if (this.#kept > 0) this.#steps.push({ retain: this.#kept });
    this.#kept = 0;
    this.#steps.push(step);
  }
}

function commonStart(one: readonly string[], other: readonly string[], most: number): number {
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}
