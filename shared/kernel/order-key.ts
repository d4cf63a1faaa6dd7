import { generateKeyBetween } from 'fractional-indexing';

/** Sorts objects by plain string comparison; a new key fits between any two without renumbering the rest. */
export type OrderKey = string;

/** A key after `before` and ahead of `after` (`null` for an open end). Throws if they are not in order. */
export const orderKeyBetween = (before: OrderKey | null, after: OrderKey | null): OrderKey =>
  generateKeyBetween(before, after);
