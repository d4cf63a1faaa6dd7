import { allFieldsOf, isKind, type Box, type FieldValue, type Kind } from '#shared/content/board-object.ts';
import type { Field } from '#shared/content/field.ts';
import { INK_POINTS_MAX, INK_SCALE, INK_STRIDE } from '#shared/content/kinds/stroke.ts';
import { ID_PATTERN, type ObjectId } from '#shared/kernel/ids.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import type { Copied } from './copies.ts';

/** Carries the objects inside the HTML of a copy: every browser passes HTML on, also to another tab and over plain HTTP. */
const ATTRIBUTE = 'data-vagval';

export function htmlOf(objects: readonly Copied[], text: string): string {
  const holder = document.createElement('div');
  const copied = objects.map(({ id, kind, box, fields }) => ({ id, kind, box, fields }));
  holder.setAttribute(ATTRIBUTE, JSON.stringify(copied));
  holder.style.whiteSpace = 'pre-wrap';
  holder.textContent = text;
  return holder.outerHTML;
}

/** The objects in a copy of ours; `null` for any other HTML. What cannot be one of ours is left out: anybody may write such HTML. */
export function objectsIn(html: string): readonly Copied[] | null {
  if (!html.includes(ATTRIBUTE)) return null;
  const json = new DOMParser()
    .parseFromString(html, 'text/html')
    .querySelector(`[${ATTRIBUTE}]`)
    ?.getAttribute(ATTRIBUTE);
  if (json === null || json === undefined) return null;
  try {
    const objects: unknown = JSON.parse(json);
    return Array.isArray(objects) ? objects.flatMap(readCopied) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** One object as another program may have written it. */
export function readCopied(value: unknown): readonly Copied[] {
  if (!isRecord(value) || !isRecord(value['fields'])) return [];
  const { id, kind, box, fields } = value;
  if (typeof id !== 'string' || !ID_PATTERN.test(id) || !isKind(kind) || !isBox(box)) return [];
  return [{ id: id as ObjectId, kind, box, fields: fieldsIn(kind, fields) }];
}

const fieldsIn = (
  kind: Kind,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries(
    allFieldsOf(kind).flatMap((field) => {
      const value = fields[field.key];
      return fits(field, value) ? [[field.key, value]] : [];
    }),
  );

function fits(field: Field, value: unknown): value is FieldValue {
  switch (field.type) {
    case 'prose':
    case 'line':
      return typeof value === 'string' && value.length <= OBJECT_TEXT_MAX;
    case 'option':
      return value === '' || (typeof value === 'string' && field.options?.includes(value) === true);
    case 'date':
      return value === '' || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
    case 'object':
      return value === '' || (typeof value === 'string' && ID_PATTERN.test(value));
    case 'percent':
      return value === null || (isNumber(value) && value >= 0 && value <= 100);
    case 'count':
    case 'money':
    case 'number':
      return value === null || isNumber(value);
    case 'point':
      return (
        value === null ||
        (isNumbers(value) && value.length === 2 && value.every((share) => Math.abs(share) <= 1_000))
      );
    case 'points':
      return (
        isNumbers(value) &&
        value.length % INK_STRIDE === 0 &&
        value.length <= INK_POINTS_MAX * INK_STRIDE &&
        value.every((each) => Number.isInteger(each) && each >= 0 && each <= INK_SCALE)
      );
    case 'data':
      return false;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every(isNumber);

const isBox = (value: unknown): value is Box =>
  isNumbers(value) && value.length === 4 && Number(value[2]) > 0 && Number(value[3]) > 0;
