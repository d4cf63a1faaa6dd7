import * as Y from 'yjs';
import {
  allFieldsOf,
  KINDS,
  type BoardObject,
  type FieldValue,
  type Kind,
} from '#shared/content/board-object.ts';
import type { Field } from '#shared/content/field.ts';
import { addObject, objectsOf, readObject } from '#shared/content/page-document.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** An object as some version of the program stored it, and as that version read it. */
export interface GoldenObject {
  readonly kind: string;
  readonly version: number;
  /** The document that holds it, as a Yjs update in base64. */
  readonly update: string;
  readonly object: BoardObject;
}

const ID = 'golden' as ObjectId;
/** Any client would do; a fixed one makes the same bytes every time. */
const CLIENT = 1;

/** An object of the present version with something in each of its fields. */
export function goldenObject(kind: Kind): GoldenObject {
  const doc = new Y.Doc();
  doc.clientID = CLIENT;
  const { width, height } = KINDS[kind].size;
  doc.transact(() =>
    addObject(doc, {
      id: ID,
      kind,
      box: [10, -20, width, height],
      order: 'a0',
      author: 'alice',
      createdAt: Date.UTC(2026, 2, 10, 9, 0),
      fields: Object.fromEntries(allFieldsOf(kind).map((field) => [field.key, sampleOf(field)])),
    }),
  );
  const object = readObject(ID, objectsOf(doc).get(ID));
  if (object === null) throw new Error(`a ${kind} that cannot be read`);
  return {
    kind,
    version: KINDS[kind].version,
    update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64'),
    object,
  };
}

/** Reads the object of a golden file as the present version does. */
export function readGolden({ update }: GoldenObject): BoardObject | null {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  return readObject(ID, objectsOf(doc).get(ID));
}

function sampleOf(field: Field): FieldValue {
  switch (field.type) {
    case 'prose':
      return `Åtta mil fiber\ni ${field.key}`;
    case 'line':
      return `Öster (${field.key})`;
    case 'count':
    case 'money':
      return 3_100;
    case 'percent':
      return 94.5;
    case 'number':
      return -15;
    case 'option':
      return field.options?.at(-1) ?? '';
    case 'date':
      return '2026-03-10';
    case 'object':
      return 'another';
    case 'point':
      return [0.5, 1];
    case 'points':
      return [0, 0, 50, 10_000, 5_000, 100];
    case 'data':
      return { question: 'Vilken väg?' };
  }
}
