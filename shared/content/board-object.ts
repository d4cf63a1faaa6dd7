import type { OrderKey } from '#shared/kernel/order-key.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Field } from './field.ts';
import { CHOICE_CARD_FIELDS, CHOICE_CARD_SIZE } from './kinds/choice-card.ts';
import { COMMON_FIELDS, type Lock } from './kinds/common.ts';
import { CONNECTOR_FIELDS, CONNECTOR_SIZE } from './kinds/connector.ts';
import { FRAME_FIELDS, FRAME_SIZE } from './kinds/frame.ts';
import { IMAGE_FIELDS, IMAGE_SIZE } from './kinds/image.ts';
import { INVENTORY_ITEM_FIELDS, INVENTORY_ITEM_SIZE } from './kinds/inventory-item.ts';
import { LINK_FIELDS, LINK_SIZE } from './kinds/link.ts';
import { NOTE_FIELDS, NOTE_SIZE } from './kinds/note.ts';
import { POLL_RESULT_FIELDS, POLL_RESULT_SIZE } from './kinds/poll-result.ts';
import { SHAPE_FIELDS, SHAPE_SIZE } from './kinds/shape.ts';
import { STAMP_FIELDS, STAMP_SIZE } from './kinds/stamp.ts';
import { STROKE_FIELDS, STROKE_SIZE } from './kinds/stroke.ts';
import { TABLE_FIELDS, TABLE_SIZE } from './kinds/table.ts';
import { TEXT_FIELDS, TEXT_SIZE } from './kinds/text.ts';

/** Left, top, width and height in board units (a CSS pixel at zoom 1). One value, so that a move is one write. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export const KINDS = {
  note: { fields: NOTE_FIELDS, size: NOTE_SIZE, version: 1 },
  item: { fields: INVENTORY_ITEM_FIELDS, size: INVENTORY_ITEM_SIZE, version: 1 },
  choice: { fields: CHOICE_CARD_FIELDS, size: CHOICE_CARD_SIZE, version: 1 },
  result: { fields: POLL_RESULT_FIELDS, size: POLL_RESULT_SIZE, version: 1 },
  text: { fields: TEXT_FIELDS, size: TEXT_SIZE, version: 1 },
  shape: { fields: SHAPE_FIELDS, size: SHAPE_SIZE, version: 1 },
  connector: { fields: CONNECTOR_FIELDS, size: CONNECTOR_SIZE, version: 1 },
  stroke: { fields: STROKE_FIELDS, size: STROKE_SIZE, version: 1 },
  frame: { fields: FRAME_FIELDS, size: FRAME_SIZE, version: 1 },
  image: { fields: IMAGE_FIELDS, size: IMAGE_SIZE, version: 1 },
  stamp: { fields: STAMP_FIELDS, size: STAMP_SIZE, version: 1 },
  link: { fields: LINK_FIELDS, size: LINK_SIZE, version: 1 },
  table: { fields: TABLE_FIELDS, size: TABLE_SIZE, version: 1 },
} as const satisfies Readonly<
  Record<string, { fields: readonly Field[]; size: { width: number; height: number }; version: number }>
>;

export type Kind = keyof typeof KINDS;

export const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(KINDS, kind);

/** A field's value outside the document: prose as a string. */
export type FieldValue = string | number | null | object;

/** One object, read out of the document: plain data, safe to keep, send and print. */
export interface BoardObject {
  readonly id: ObjectId;
  readonly kind: Kind;
  readonly box: Box;
  readonly order: OrderKey;
  /** The seat that made it, or `'server'`. */
  readonly author: string;
  readonly createdAt: EpochMs;
  /** When it was put in the bin; `null` while it is on the page. */
  readonly deletedAt: EpochMs | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** The field that an object is known by; `null` where it says nothing in words. */
const TITLES: Readonly<Record<Kind, string | null>> = {
  note: 'text',
  item: 'title',
  choice: 'title',
  result: 'title',
  text: 'text',
  shape: 'text',
  connector: 'label',
  stroke: null,
  frame: 'title',
  image: 'alt',
  stamp: null,
  link: 'title',
  table: 'title',
};

export const titleKey = (kind: Kind): string | null => TITLES[kind];

/** The text a person knows the object by. */
export function titleOf(object: BoardObject): string {
  const key = titleKey(object.kind);
  const text = key === null ? '' : object.fields[key];
  return typeof text === 'string' ? text : '';
}

/** The fields of a kind: what is asked for in its form, searched and printed. */
export const fieldsOf = (kind: Kind): readonly Field[] => KINDS[kind].fields;

/** With those that any object may have. */
export const allFieldsOf = (kind: Kind): readonly Field[] => ALL_FIELDS[kind];

const ALL_FIELDS = Object.fromEntries(
  Object.entries(KINDS).map(([kind, { fields }]) => [kind, [...fields, ...COMMON_FIELDS]]),
) as unknown as Readonly<Record<Kind, readonly Field[]>>;

const linked = (value: FieldValue | undefined): ObjectId | null =>
  typeof value === 'string' && value !== '' ? (value as ObjectId) : null;

/** The frame the object says it lies in; it may be gone. */
export const frameOf = (object: BoardObject): ObjectId | null => linked(object.fields['frame']);

/** What the object is taken hold of together with. */
export const groupOf = (object: BoardObject): string | null => linked(object.fields['group']);

export function lockOf(object: BoardObject): Lock | null {
  const lock = object.fields['lock'];
  return lock === 'person' || lock === 'leader' ? lock : null;
}
