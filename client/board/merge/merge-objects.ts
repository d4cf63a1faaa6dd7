import { titleKey, titleOf, type BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import { repointed } from '../commands/repoint.ts';
import { normalised } from './near-equal.ts';

/** Where what differs is added: under the note's own words, in the item's description. */
const textKey = (object: BoardObject): string =>
  object.kind === 'note' ? (titleKey('note') ?? 'text') : 'description';

/** What is to be set so that the first of them says all that any does; `null` when a text would be longer than a field holds. */
export function mergedText([kept, ...others]: readonly BoardObject[]): { key: string; text: string } | null {
  if (kept === undefined) return null;
  const key = textKey(kept);
  const own = kept.fields[key];
  const said = new Set([titleOf(kept), typeof own === 'string' ? own : ''].map(normalised));
  const parts = [typeof own === 'string' ? own : ''];
  for (const part of others.flatMap(wordsOf))
    if (!said.has(normalised(part))) {
      said.add(normalised(part));
      parts.push(part);
    }
  const text = parts.filter((part) => part.trim() !== '').join('\n');
  return text.length <= OBJECT_TEXT_MAX ? { key, text } : null;
}

const wordsOf = (object: BoardObject): readonly string[] => {
  const description = object.fields['description'];
  return [titleOf(object), typeof description === 'string' ? description : ''].filter(
    (part) => part.trim() !== '',
  );
};

/** Each heap into its first, as one step of undo. Fields that the first lacks it takes from the others. Returns how many went, or `null` when a text is too long. */
export function mergeHeaps(board: BoardModel, heaps: readonly (readonly BoardObject[])[]): number | null {
  const texts = heaps.map(mergedText);
  if (texts.includes(null)) return null;
  const gone = new Map<ObjectId, ObjectId>();
  board.page.asOne(() => {
    for (const [i, [kept, ...others]] of heaps.entries()) {
      const merged = texts[i];
      if (kept === undefined || merged === null || merged === undefined) continue;
      board.page.setField(kept.id, merged.key, merged.text);
      board.page.change([{ id: kept.id, fields: lacking(kept, others) }]);
      for (const { id } of others) gone.set(id, kept.id);
    }
    board.page.change(repointed(board, gone));
    board.page.remove([...gone.keys()]);
  });
  return gone.size;
}

const PROSE = new Set(['title', 'text', 'description', 'needs']);

function lacking(kept: BoardObject, others: readonly BoardObject[]): BoardObject['fields'] {
  const empty = (value: unknown): boolean => value === null || value === undefined || value === '';
  return Object.fromEntries(
    Object.entries(kept.fields).flatMap(([key, value]) => {
      const found = others.map(({ fields }) => fields[key]).find((each) => !empty(each));
      return empty(value) && found !== undefined && !PROSE.has(key) ? [[key, found]] : [];
    }),
  );
}
