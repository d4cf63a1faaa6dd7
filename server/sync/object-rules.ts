import * as Y from 'yjs';
import { allFieldsOf, KINDS, type Kind } from '#shared/content/board-object.ts';
import type { Field } from '#shared/content/field.ts';
import { INK_POINTS_MAX, INK_SCALE, INK_STRIDE } from '#shared/content/kinds/stroke.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { ORDER_KEY_MAX } from '#shared/kernel/order-key.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import type { RejectionCode } from '#shared/protocol/sync.ts';

/** What an object is born with and keeps. */
export const FIXED_KEYS = ['kind', 'v', 'author', 'createdAt'] as const;

/** What every object must have; anything else may be missing, as in an object of an older version. */
export const REQUIRED_KEYS = [...FIXED_KEYS, 'box', 'order'] as const;

/** What people may do with an object that the server has made: move it, put it in the bin, take it out again. */
export const PLACING_KEYS: ReadonlySet<string> = new Set(['box', 'order', 'deletedAt']);

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether an object of this kind may hold the value under the key. */
export function judgeValue(kind: Kind, key: string, value: unknown): RejectionCode | null {
  switch (key) {
    case 'kind':
      return fits(value === kind);
    case 'v':
      return fits(Number.isInteger(value) && Number(value) >= 1 && Number(value) <= KINDS[kind].version);
    case 'author':
      return fits(typeof value === 'string');
    case 'createdAt':
      return fits(isFiniteNumber(value));
    case 'deletedAt':
      return fits(value === undefined || isFiniteNumber(value));
    case 'box':
      return fits(isBox(value));
    case 'order':
      return fits(typeof value === 'string' && value !== '' && value.length <= ORDER_KEY_MAX);
    default:
      return judgeKeyed(kind, key, value);
  }
}

function judgeKeyed(kind: Kind, key: string, value: unknown): RejectionCode | null {
  const field = allFieldsOf(kind).find((candidate) => candidate.key === key);
  if (field === undefined) return 'invalid-object';
  return value === undefined ? null : judgeField(field, value);
}

function judgeField(field: Field, value: unknown): RejectionCode | null {
  switch (field.type) {
    case 'prose':
      return value instanceof Y.Text ? judgeProse(value) : 'invalid-object';
    case 'line':
      if (typeof value !== 'string') return 'invalid-object';
      return value.length <= OBJECT_TEXT_MAX ? null : 'too-large';
    case 'count':
    case 'money':
      return fits(value === null || isFiniteNumber(value));
    case 'percent':
      return fits(value === null || (isFiniteNumber(value) && value >= 0 && value <= 100));
    case 'option':
      return fits(value === '' || (typeof value === 'string' && field.options?.includes(value) === true));
    case 'date':
      return fits(value === '' || (typeof value === 'string' && DATE.test(value)));
    case 'number':
      return fits(value === null || isFiniteNumber(value));
    case 'object':
      return fits(value === '' || (typeof value === 'string' && ID_PATTERN.test(value)));
    case 'point':
      return fits(value === null || isPoint(value));
    case 'points':
      return judgePoints(value);
    case 'data':
      // Only on objects of the server's.
      return 'invalid-object';
  }
}

/** A text holds characters and nothing under a key. */
export function judgeProse(text: Y.Text): RejectionCode | null {
  if (text._map.size > 0) return 'invalid-object';
  return text.length <= OBJECT_TEXT_MAX ? null : 'too-large';
}

const fits = (right: boolean): RejectionCode | null => (right ? null : 'invalid-object');

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Shares of a box; an end may hang out of it. */
const isPoint = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((share) => isFiniteNumber(share) && Math.abs(share) <= 1_000);

function judgePoints(value: unknown): RejectionCode | null {
  if (!Array.isArray(value) || value.length % INK_STRIDE !== 0) return 'invalid-object';
  if (value.length > INK_POINTS_MAX * INK_STRIDE) return 'too-large';
  return fits(
    value.every((number) => Number.isInteger(number) && Number(number) >= 0 && Number(number) <= INK_SCALE),
  );
}

function isBox(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 4 || !value.every(isFiniteNumber)) return false;
  return Number(value[2]) > 0 && Number(value[3]) > 0;
}
