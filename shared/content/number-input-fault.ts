import type { FieldType } from './field.ts';

export type NumberType = Extract<FieldType, 'count' | 'money' | 'percent'>;

/** Why a text is no value of the field; each has a message of its own beside the field. */
export type NumberFault =
  | 'not-a-number'
  /** Separators that can be read two ways, or none: `1,234,5`, `5,725 mnkr`. */
  | 'ambiguous'
  /** `ca`, `~`, `>`: how sure a figure is has a field of its own, so it is asked for there and not dropped here. */
  | 'approximate'
  | 'range'
  | 'negative'
  /** A count, or an amount in kronor, with a fraction. */
  | 'not-whole'
  /** A share with more than two decimals. */
  | 'too-precise'
  | 'over-hundred'
  /** `%` after an amount, `kr` after a count. */
  | 'wrong-unit'
  | 'too-large';
