import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Sorts objects by plain string comparison; a new key fits between any two without renumbering the rest. */
export type OrderKey = string;

/** The longest key that is taken: people's are a few characters, and where they have grown longer the neighbours get new ones. */
export const ORDER_KEY_MAX = 512;

/** A key after `before` and ahead of `after` (`null` for an open end). Throws if they are not in order. */
export const orderKeyBetween = (before: OrderKey | null, after: OrderKey | null): OrderKey =>
  generateKeyBetween(before, after);

/** So many keys in order, short ones, after `before` and ahead of `after`. Throws if they are not in order. */
export const orderKeysBetween = (
  before: OrderKey | null,
  after: OrderKey | null,
  count: number,
): readonly OrderKey[] => generateNKeysBetween(before, after, count);

/**
 * `fractional-indexing` looks at the first characters only, and reckons wrongly with others than these in the rest. First `A` and first `z`
 * are the ends of its integers: no adding comes there, and next to them it has nothing to give.
 */
const DIGITS = /^[B-Za-y][0-9A-Za-z]*$/;

/** Whether others can be reckoned from it: another program may have left one that cannot. */
export function isOrderKey(key: string): boolean {
  if (!DIGITS.test(key)) return false;
  try {
    orderKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** A key after the last of these, which are in order: the last of them that leaves room behind it, should another program have left one that does not. */
export function orderKeyAtEnd(keys: readonly string[]): OrderKey {
  for (const key of keys.toReversed()) {
    const next = isOrderKey(key) ? orderKeyBetween(key, null) : null;
    if (next !== null && next.length <= ORDER_KEY_MAX) return next;
  }
  return orderKeyBetween(null, null);
}
