/** Texts that share at least this much of their trigrams say the same: a plural, a typing slip, a word more. */
const ALIKE = 0.6;

/** Lookings-up and comparings in all: some tenths of a second. A page where everything is a little like everything is not worth a standstill; equal texts are found anyway. */
const STEPS_MAX = 300_000;

export interface Text<Id> {
  readonly id: Id;
  readonly text: string;
}

/** Heaps of texts that are nearly equal, each in the order given; those that are like nothing are left out. Never all with all. */
export function nearEqual<Id>(texts: readonly Text<Id>[]): readonly (readonly Id[])[] {
  const byWords = new Map<string, Id[]>();
  for (const { id, text } of texts) {
    const words = normalised(text);
    if (words === '') continue;
    const same = byWords.get(words);
    if (same === undefined) byWords.set(words, [id]);
    else same.push(id);
  }
  const rank = new Map(texts.map(({ id }, i) => [id, i]));
  const inOrder = (a: Id, b: Id): number => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  return alike([...byWords.keys()])
    .map((heap) => heap.flatMap((words) => byWords.get(words) ?? []).sort(inOrder))
    .filter((heap) => heap.length > 1);
}

export const normalised = (text: string): string =>
  text
    .normalize('NFC')
    .toLocaleLowerCase('sv')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/**
 * Different texts in heaps of alike ones. Two that are alike share one of their rarest trigrams (prefix filtering: Bayardo, Ma and Srikant,
 * "Scaling up all pairs similarity search", 2007), so only those are looked up.
 */
function alike(texts: readonly string[]): readonly (readonly string[])[] {
  const grams = texts.map(trigramsOf);
  const counts = new Map<string, number>();
  for (const own of grams) for (const gram of own) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  const heaps = new Heaps(texts.length);
  const holders = new Map<string, number[]>();
  let steps = 0;
  for (const [i, own] of grams.entries()) {
    const found = new Set<number>();
    if (steps > STEPS_MAX) break;
    for (const gram of rarest(own, counts)) {
      const held = holders.get(gram) ?? [];
      steps += held.length;
      for (const other of held) found.add(other);
      held.push(i);
      holders.set(gram, held);
    }
    for (const other of found) if (areAlike(own, grams[other] ?? new Set())) heaps.join(i, other);
  }
  return heaps.all().map((heap) => heap.flatMap((i) => texts[i] ?? []));
}

/** Blanks at the ends, so that how a text begins and ends counts. */
function trigramsOf(text: string): ReadonlySet<string> {
  const padded = ` ${text} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3)));
}

function rarest(grams: ReadonlySet<string>, counts: ReadonlyMap<string, number>): readonly string[] {
  const countOf = (gram: string): number => counts.get(gram) ?? 0;
  return [...grams]
    .sort((a, b) => countOf(a) - countOf(b) || (a < b ? -1 : 1))
    .slice(0, Math.floor((1 - ALIKE) * grams.size) + 1);
}

function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  // Texts of very different length cannot share enough.
  if (Math.min(a.size, b.size) < ALIKE * Math.max(a.size, b.size)) return false;
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return shared >= ALIKE * (a.size + b.size - shared);
}

/** Disjoint sets of numbers. */
class Heaps {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, i) => i);
  }

  join(a: number, b: number): void {
    this.#parents[this.#root(a)] = this.#root(b);
  }

  all(): readonly (readonly number[])[] {
    const heaps = new Map<number, number[]>();
    for (const i of this.#parents.keys()) {
      const root = this.#root(i);
      const heap = heaps.get(root);
      if (heap === undefined) heaps.set(root, [i]);
      else heap.push(i);
    }
    return [...heaps.values()];
  }

  #root(i: number): number {
    let at = i;
    for (let parent = this.#parents[at]; parent !== undefined && parent !== at; parent = this.#parents[at]) {
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }
}
