import { messages } from '#client/model/messages.svelte.ts';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import { itemsOfRows, type ItemRows } from './item-rows.ts';
import { pasteFields } from './paste-objects.ts';
import { readPasted, type PastedText } from './text-in.ts';

/** More notes than this at once are asked about. */
const MANY_NOTES = 20;

/** Text from elsewhere becomes what it looks like; where that is not plain, or is much, the person says. */
export function pasteText(board: BoardModel, text: string): void {
  const inventory = messages('inventory');
  const words = { columns: inventory.columns, fields: inventory.fields.item, options: inventory.options };
  const pasted = readPasted(text, words);
  const { paste } = messages('board').commands;
  switch (pasted.kind) {
    case 'nothing':
      return board.desk.say(paste.nothing);
    case 'too-large':
      return board.desk.say(paste.tooLarge);
    case 'address':
      pasteFields(board, 'link', [{ url: pasted.url, title: '' }]);
      return;
    case 'table':
      return pasteTable(board, pasted, (hasHeadings) => itemsOfRows(pasted.rows, hasHeadings, words));
    case 'lines':
      return pasteLines(board, pasted.lines);
  }
}

function pasteLines(board: BoardModel, lines: readonly string[]): void {
  const { paste } = messages('board').commands;
  const asNotes = () => {
    pasteFields(
      board,
      'note',
      lines.map((line) => ({ text: line })),
    );
  };
  if (lines.length <= MANY_NOTES) return asNotes();
  const text = lines.join('\n');
  const asText = {
    label: paste.asOneText,
    act: () => {
      pasteFields(board, 'text', [{ text }]);
    },
  };
  board.desk.ask({
    title: paste.manyTitle(lines.length),
    text: paste.manyText,
    answers: [
      { label: paste.asNotes(lines.length), act: asNotes },
      ...(text.length <= OBJECT_TEXT_MAX ? [asText] : []),
    ],
  });
}

function pasteTable(
  board: BoardModel,
  { rows, hasHeadings }: PastedText & { kind: 'table' },
  read: (hasHeadings: boolean) => ItemRows,
): void {
  const { paste } = messages('board').commands;
  const asItems = (headed: boolean) => {
    const result = read(headed);
    const added = pasteFields(board, 'item', result.items);
    if (added === 0 && result.items.length > 0) return;
    const told = paste.imported(added, result);
    if (result.unreadCells + result.sums + result.tooLong > 0) board.desk.say(told);
  };
  if (hasHeadings) return asItems(true);
  const cells = rows.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')).join('\n');
  const asTable = {
    label: paste.asTable,
    act: () => {
      pasteFields(board, 'table', [{ title: '', cells }]);
    },
  };
  board.desk.ask({
    title: paste.tableTitle,
    text: paste.tableText(rows.length),
    answers: [
      ...(cells.length <= OBJECT_TEXT_MAX ? [asTable] : []),
      { label: paste.asItems(rows.length), act: () => asItems(false) },
      { label: paste.asItemsHeaded, act: () => asItems(true) },
    ],
  });
}
