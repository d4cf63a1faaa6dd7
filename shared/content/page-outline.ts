import type { BoardObject, Kind } from './board-object.ts';
import { NOTE_MEANINGS } from './kinds/note.ts';
import { compareWords } from './table-query-order.ts';

/** One kind's part of a page, as it is read from top to bottom. */
export interface OutlineSection {
  readonly kind: Kind;
  readonly count: number;
  readonly groups: readonly OutlineGroup[];
}

/** Items of one sub-area or notes of one meaning; `key` is `''` for those that say none. */
export interface OutlineGroup {
  readonly key: string;
  readonly objects: readonly BoardObject[];
}

/** What the page is about comes first; results last, since they tell about the rest. */
export const READING_ORDER: readonly Kind[] = [
  'item',
  'choice',
  'frame',
  'text',
  'note',
  'table',
  'shape',
  'image',
  'link',
  'connector',
  'stamp',
  'stroke',
  'result',
];

/** The objects grouped for reading: items by sub-area, choices in the order of their labels, notes by meaning. */
export function outlineOf(objects: readonly BoardObject[]): readonly OutlineSection[] {
  const byKind = groupedBy(objects, ({ kind }) => kind);
  return READING_ORDER.flatMap((kind) => {
    const ofKind = byKind.get(kind) ?? [];
    return ofKind.length === 0 ? [] : [{ kind, count: ofKind.length, groups: groupsOf(kind, ofKind) }];
  });
}

export function groupedBy<K>(
  objects: readonly BoardObject[],
  keyOf: (object: BoardObject) => K,
): Map<K, BoardObject[]> {
  const groups = new Map<K, BoardObject[]>();
  for (const object of objects) {
    const key = keyOf(object);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [object]);
    else group.push(object);
  }
  return groups;
}

function groupsOf(kind: Kind, objects: readonly BoardObject[]): readonly OutlineGroup[] {
  switch (kind) {
    case 'item':
      return groupBy(objects, 'subArea', compareWords);
    case 'note':
      return groupBy(objects, 'meaning', compareMeanings);
    case 'choice':
      return [{ key: '', objects: inLabelOrder(objects) }];
    default:
      return [{ key: '', objects }];
  }
}

function groupBy(
  objects: readonly BoardObject[],
  field: string,
  compare: (a: string, b: string) => number,
): readonly OutlineGroup[] {
  return [...groupedBy(objects, (object) => textOf(object, field))]
    .map(([key, group]) => ({ key, objects: group }))
    .sort((a, b) => emptyLast(a.key, b.key) || compare(a.key, b.key));
}

const MEANING_ORDER: readonly string[] = NOTE_MEANINGS;
const compareMeanings = (a: string, b: string): number => MEANING_ORDER.indexOf(a) - MEANING_ORDER.indexOf(b);

/** `A, B, C` or `1, 2, 10`; cards that have no label yet come last, in the order they lie on the page. */
export const inLabelOrder = (choices: readonly BoardObject[]): readonly BoardObject[] =>
  [...choices].sort((a, b) => {
    const [first, second] = [textOf(a, 'label'), textOf(b, 'label')];
    return emptyLast(first, second) || compareWords(first, second);
  });

const emptyLast = (a: string, b: string): number => Number(a === '') - Number(b === '');

function textOf(object: BoardObject, field: string): string {
  const value = object.fields[field];
  return typeof value === 'string' ? value.trim() : '';
}
