import type { OrderKey } from '#shared/kernel/order-key.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Field } from './field.ts';
import { CHOICE_CARD_FIELDS, CHOICE_CARD_SIZE } from './kinds/choice-card.ts';
import { INVENTORY_ITEM_FIELDS, INVENTORY_ITEM_SIZE } from './kinds/inventory-item.ts';
import { NOTE_FIELDS, NOTE_SIZE } from './kinds/note.ts';
import { POLL_RESULT_FIELDS, POLL_RESULT_SIZE } from './kinds/poll-result.ts';

/** Left, top, width and height in board units (a CSS pixel at zoom 1). One value, so that a move is one write. */
export type Box = readonly [x: number, y: number, width: number, height: number];

export const KINDS = {
  note: { fields: NOTE_FIELDS, size: NOTE_SIZE, version: 1 },
  item: { fields: INVENTORY_ITEM_FIELDS, size: INVENTORY_ITEM_SIZE, version: 1 },
  choice: { fields: CHOICE_CARD_FIELDS, size: CHOICE_CARD_SIZE, version: 1 },
  result: { fields: POLL_RESULT_FIELDS, size: POLL_RESULT_SIZE, version: 1 },
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

/** The text a person knows the object by. */
export function titleOf(object: BoardObject): string {
  const text = object.fields[object.kind === 'note' ? 'text' : 'title'];
  return typeof text === 'string' ? text : '';
}

export const fieldsOf = (kind: Kind): readonly Field[] => KINDS[kind].fields;
