/** One replacement: at `index`, `remove` UTF-16 units give way to `insert`. */
export interface TextEdit {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The replacement that made `after` out of `before`. Of the many that would (an `a` typed into `aaa`), the one that ends at the caret,
 * which is where a person types. Surrogate pairs are replaced whole, because shared text that is split in the middle of one is damaged for
 * good. `null` when nothing changed.
 */
export function textEdit(before: string, after: string, caret: number): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const suffix = commonSuffix(before, after, Math.min(shorter, Math.max(0, after.length - caret)));
  const prefix = commonPrefix(before, after, shorter - suffix);
  // A caret that is not where the edit was leaves a common end behind.
  const rest = commonSuffix(before, after, shorter - prefix);
  return edit(before, after, prefix, rest);
}

/** Steps of a change as Yjs tells it. */
export type Delta = readonly {
  readonly retain?: number | undefined;
  readonly delete?: number | undefined;
  readonly insert?: unknown;
}[];

/** Where an index of a text is after changes in several places. */
export function movedThrough(index: number, delta: Delta): number {
  let at = 0;
  let result = index;
  for (const step of delta) {
    if (at >= result) break;
    if (step.retain !== undefined) at += step.retain;
    else if (step.delete !== undefined) result = Math.max(at, result - step.delete);
    else if (typeof step.insert === 'string') {
      at += step.insert.length;
      result += step.insert.length;
    }
  }
  return result;
}

function edit(before: string, after: string, prefix: number, suffix: number): TextEdit {
  const start = isInsidePair(before, prefix) || isInsidePair(after, prefix) ? prefix - 1 : prefix;
  const splits = isInsidePair(before, before.length - suffix) || isInsidePair(after, after.length - suffix);
  const end = splits ? suffix - 1 : suffix;
  return {
    index: start,
    remove: before.length - end - start,
    insert: after.slice(start, after.length - end),
  };
}

function commonPrefix(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}

function commonSuffix(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length += 1;
  return length;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const isInsidePair = (text: string, index: number): boolean =>
  index > 0 && index < text.length && isHigh(text.charCodeAt(index - 1)) && isLow(text.charCodeAt(index));
