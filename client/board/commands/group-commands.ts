import { messages } from '#client/model/messages.svelte.ts';
import { newObjectId } from '#client/model/new-object-id.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { groupOf, type BoardObject } from '#shared/content/board-object.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { BoardCommand } from './command.ts';
import { changeableOf, idsOf } from './subjects.ts';

/** What the server has laid on the page it lets nobody mark. */
const groupable = (board: BoardModel): readonly BoardObject[] =>
  changeableOf(board).filter(({ kind }) => kind !== 'result');

const GROUP: BoardCommand = {
  id: 'group',
  section: 'hold',
  key: { key: 'g', ctrl: true },
  applies: (board) => {
    const objects = groupable(board);
    const groups = new Set(objects.map(groupOf));
    return objects.length > 1 && (groups.size > 1 || groups.has(null));
  },
  run: (board) => {
    const ids = idsOf(groupable(board));
    board.page.setFields(ids, 'group', newObjectId());
    announce(messages('board').commands.done.grouped(ids.length));
  },
};

const UNGROUP: BoardCommand = {
  id: 'ungroup',
  section: 'hold',
  key: { key: 'g', ctrl: true, shift: true },
  applies: (board) => groupable(board).some((object) => groupOf(object) !== null),
  run: (board) => {
    const grouped = groupable(board).filter((object) => groupOf(object) !== null);
    board.page.setFields(idsOf(grouped), 'group', '');
    announce(messages('board').commands.done.ungrouped);
  },
};

export const GROUP_COMMANDS: readonly BoardCommand[] = [GROUP, UNGROUP];
