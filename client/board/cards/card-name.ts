import { lockOf, type BoardObject } from '#shared/content/board-object.ts';
import { nameOnPage } from '#client/modules/fields/connector-name.ts';
import { fieldText, fieldOf } from '#client/modules/fields/field-words.ts';
import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import { inkStyleOf } from '../ink/ink-style.ts';

/** The fields that tell one card of a kind from another, besides its title. */
const TELLING: Readonly<Partial<Record<BoardObject['kind'], readonly string[]>>> = {
  note: ['meaning'],
  item: ['category', 'subArea'],
  choice: ['label'],
};

/** What a screen reader calls a card: what it is, what it says, whether it is selected. */
export function cardName(
  words: {
    readonly board: BoardMessages;
    readonly inventory: InventoryMessages;
    readonly language: Language;
    readonly find: (id: ObjectId) => BoardObject | null;
  },
  object: BoardObject,
  isSelected: boolean,
): string {
  const { inventory, language } = words;
  if (object.kind === 'stroke') return withStates(words.board, strokeName(words, object), object, isSelected);
  const telling = (TELLING[object.kind] ?? []).map((key) =>
    fieldText(inventory, language, object, fieldOf(object.kind, key)),
  );
  const what = [inventory.kinds[object.kind].one, ...telling].filter(Boolean).join(', ');
  return withStates(words.board, `${what}: ${nameOnPage(inventory, object, words.find)}`, object, isSelected);
}

/** A line says nothing in words: it is known by what it was drawn with. */
function strokeName({ board, inventory }: Parameters<typeof cardName>[0], { fields }: BoardObject): string {
  const { tool, color } = inkStyleOf(fields);
  return board.strokeName(inventory.options.color[color], inventory.options.tool[tool]);
}

function withStates(board: BoardMessages, name: string, object: BoardObject, isSelected: boolean): string {
  const states = [
    isSelected ? board.isSelected : '',
    lockOf(object) === null ? '' : board.commands.isLocked,
  ].filter(Boolean);
  return states.length === 0 ? name : `${name} (${states.join(', ')})`;
}
