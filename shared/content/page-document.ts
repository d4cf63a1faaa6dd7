import * as Y from 'yjs';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { OrderKey } from '#shared/kernel/order-key.ts';
import type { Field, FieldType } from './field.ts';
import { COMMON_FIELDS } from './kinds/common.ts';
import { migrate, MIGRATIONS } from './migrate.ts';
import { INK_STRIDE } from './kinds/stroke.ts';
import {
  allFieldsOf,
  fieldsOf,
  isKind,
  KINDS,
  type BoardObject,
  type Box,
  type FieldValue,
  type Kind,
} from './board-object.ts';

/**
 * The document of one page: a root map `objects` from object id to a map with `kind`, `v` (schema version), `box`, `order`,
 * `author`, `createdAt`, `deletedAt` (once in the bin) and the kind's fields. Every text a person types is a `Y.Text` made
 * together with its object, so that two people who start typing at once share it. Look objects up by id at each use: undoing a
 * deletion makes a new map under the old id.
 */
export const OBJECTS = 'objects';

export type ObjectMap = Y.Map<unknown>;

export const objectsOf = (doc: Y.Doc): Y.Map<ObjectMap> => doc.getMap<ObjectMap>(OBJECTS);

export interface NewObject {
  readonly id: ObjectId;
  readonly kind: Kind;
  readonly box: Box;
  readonly order: OrderKey;
  readonly author: string;
  readonly createdAt: EpochMs;
  /** Initial values; what is left out starts empty. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** Adds an object. Call inside a transaction when more than one thing changes. */
export function addObject(doc: Y.Doc, object: NewObject): void {
  const map: ObjectMap = new Y.Map();
  map.set('kind', object.kind);
  map.set('v', KINDS[object.kind].version);
  map.set('box', [...object.box]);
  map.set('order', object.order);
  map.set('author', object.author);
  map.set('createdAt', object.createdAt);
  for (const field of fieldsOf(object.kind))
    map.set(field.key, initialValue(field, object.fields?.[field.key]));
  for (const { key } of COMMON_FIELDS) {
    const value = object.fields?.[key];
    if (value !== undefined && value !== '') map.set(key, value);
  }
  objectsOf(doc).set(object.id, map);
}

function initialValue(field: Field, value: FieldValue | undefined): unknown {
  if (field.type === 'prose') return new Y.Text(typeof value === 'string' ? value : '');
  if (value !== undefined) return value;
  return STARTS_AT_NULL.has(field.type) ? null : '';
}

const STARTS_AT_NULL: ReadonlySet<FieldType> = new Set([
  'count',
  'money',
  'percent',
  'number',
  'point',
  'points',
  'data',
]);

/** Moves, resizes: one key, one write. */
export const setBox = (object: ObjectMap, box: Box): void => {
  object.set('box', [...box]);
};

/** Sets a field that is not prose. Writes nothing when the value is the same, so that others' undo is left alone. */
export function setField(object: ObjectMap, key: string, value: FieldValue): void {
  if (object.get(key) !== value) object.set(key, value);
}

/** The shared text of a prose field; `null` when the object lacks it (an older schema, or a broken object). */
export function proseOf(object: ObjectMap, key: string): Y.Text | null {
  const text = object.get(key);
  return text instanceof Y.Text ? text : null;
}

/** Puts an object in the bin. What others are writing in it is kept, and restoring brings all of it back. */
export const binObject = (object: ObjectMap, at: EpochMs): void => {
  object.set('deletedAt', at);
};

export const restoreObject = (object: ObjectMap): void => {
  object.delete('deletedAt');
};

/** One object as plain data, or `null` when the map does not hold one (damage is skipped, never thrown on). */
export function readObject(id: string, map: unknown): BoardObject | null {
  if (!(map instanceof Y.Map)) return null;
  const kind: unknown = map.get('kind');
  const box = readBox(map.get('box'));
  if (!isKind(kind) || box === null) return null;
  const valueAt = valuesOf(kind, map);
  return {
    id: id as ObjectId,
    kind,
    box,
    order: readString(map.get('order')),
    author: readString(map.get('author')),
    createdAt: readNumber(map.get('createdAt')) ?? 0,
    deletedAt: readNumber(map.get('deletedAt')),
    fields: Object.fromEntries(
      allFieldsOf(kind).flatMap((field) => {
        const value = valueAt(field.key);
        return value === undefined && isCommon(field) ? [] : [[field.key, readField(field, value)]];
      }),
    ),
  };
}

/** What the present version of the kind finds under a key of the object. */
function valuesOf(kind: Kind, map: Y.Map<unknown>): (key: string) => unknown {
  const version = readNumber(map.get('v')) ?? 1;
  if (version >= KINDS[kind].version) return (key) => map.get(key);
  const object = migrate(Object.fromEntries(map.entries()), version, MIGRATIONS[kind] ?? []);
  return (key) => object[key];
}

const isCommon = (field: Field): boolean => COMMON_FIELDS.some(({ key }) => key === field.key);

/** Every object on the page in order, the bin left out unless asked for. O(objects): not for a pointer handler. */
export function readPage(doc: Y.Doc, options: { readonly withBin?: boolean } = {}): readonly BoardObject[] {
  const objects: BoardObject[] = [];
  for (const [id, map] of objectsOf(doc)) {
    const object = readObject(id, map);
    if (object !== null && (options.withBin === true || object.deletedAt === null)) objects.push(object);
  }
  return objects.sort(byOrder);
}

/** Equal keys can come of two people adding at once; the id decides, alike on every screen. */
export const byOrder = (a: BoardObject, b: BoardObject): number =>
  compare(a.order, b.order) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readField(field: Field, value: unknown): FieldValue {
  switch (field.type) {
    case 'prose':
      return value instanceof Y.Text ? value.toJSON() : readString(value);
    case 'count':
    case 'money':
    case 'percent':
    case 'number':
      return readNumber(value);
    case 'point':
      return readNumbers(value, 2);
    case 'points':
      return readNumbers(value, null);
    case 'option':
      return field.options?.includes(readString(value)) === true ? readString(value) : '';
    case 'line':
    case 'date':
    case 'object':
      return readString(value);
    case 'data':
      return typeof value === 'object' ? value : null;
  }
}

function readBox(value: unknown): Box | null {
  if (!Array.isArray(value) || value.length !== 4) return null;
  const [x = null, y = null, width = null, height = null] = value.map(readNumber);
  if (x === null || y === null || width === null || height === null) return null;
  return width > 0 && height > 0 ? [x, y, width, height] : null;
}

/** `length`: how many there must be; `null` for whole points of a stroke. */
function readNumbers(value: unknown, length: number | null): readonly number[] | null {
  if (!Array.isArray(value) || !value.every((each) => readNumber(each) !== null)) return null;
  const fits = length === null ? value.length % INK_STRIDE === 0 : value.length === length;
  return fits ? (value as readonly number[]) : null;
}

const readString = (value: unknown): string => (typeof value === 'string' ? value : '');

const readNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
