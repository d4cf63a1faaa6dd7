/**
 * What one field of an object holds.
 * - `prose`: a `Y.Text`, merged character by character;
 * - `line`: a short string, last writer wins;
 * - `count`, `money` (SEK), `percent` (0–100): a finite number or `null`;
 * - `option`: one of `options`, or `''`;
 * - `date`: `YYYY-MM-DD` or `''`;
 * - `number`: a finite number, or `null`, that people do not type (an angle);
 * - `object`: the id of an object, or of a group; `''` for none. It may be of one that is not there (any more);
 * - `point`: `[x, y]` as shares of a box, or `null`;
 * - `points`: the points of a stroke as in `kinds/stroke.ts`, written once;
 * - `data`: JSON written once, by the server.
 */
export type FieldType =
  | 'prose'
  | 'line'
  | 'count'
  | 'money'
  | 'percent'
  | 'option'
  | 'date'
  | 'number'
  | 'object'
  | 'point'
  | 'points'
  | 'data';

export interface Field {
  readonly key: string;
  readonly type: FieldType;
  readonly options?: readonly string[];
}

export const isNumeric = (type: FieldType): boolean =>
  type === 'count' || type === 'money' || type === 'percent';
