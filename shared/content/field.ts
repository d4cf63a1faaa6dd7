/**
 * What one field of an object holds.
 * - `prose`: a `Y.Text`, merged character by character;
 * - `line`: a short string, last writer wins;
 * - `count`, `money` (SEK), `percent` (0–100): a finite number or `null`;
 * - `option`: one of `options`, or `''`;
 * - `date`: `YYYY-MM-DD` or `''`;
 * - `data`: JSON written once, by the server.
 */
export type FieldType = 'prose' | 'line' | 'count' | 'money' | 'percent' | 'option' | 'date' | 'data';

export interface Field {
  readonly key: string;
  readonly type: FieldType;
  readonly options?: readonly string[];
}

export const isNumeric = (type: FieldType): boolean =>
  type === 'count' || type === 'money' || type === 'percent';
