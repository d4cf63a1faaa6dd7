import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Sorts objects by plain string comparison; a new key fits between any two without renumbering the rest. */
export type OrderKey = string;

/** A key after `before` and ahead of `after` (`null` for an open end). Throws if they are not in order. */
export const orderKeyBetween = (before: OrderKey | null, after: OrderKey | null): OrderKey =>
  generateKeyBetween(before, after);

/** So many keys in order, short ones, after `before` and ahead of `after`. Throws if they are not in order. */
export const orderKeysBetween = (
  before: OrderKey | null,
  after: OrderKey | null,
  count: number,
): readonly OrderKey[] => generateNKeysBetween(before, after, count);

/** `fractional-indexing` looks at the first characters only, and reckons wrongly with others than these in the rest. */
const DIGITS = /^[0-9A-Za-z]+$/;

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
