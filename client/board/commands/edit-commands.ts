import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { lockOf, titleKey } from '#shared/content/board-object.ts';
import type { BoardCommand } from './command.ts';
import { changeableOf, subjectsOf } from './subjects.ts';

const WRITE: BoardCommand = {
  id: 'write',
  section: 'edit',
  applies: (board) => {
    const [only, ...others] = changeableOf(board);
    return (
      only !== undefined && others.length === 0 && only.kind !== 'result' && titleKey(only.kind) !== null
    );
  },
  run: (board) => {
    const [only] = changeableOf(board);
    if (only !== undefined) board.edit(only.id);
  },
};

const DETAILS: BoardCommand = {
  id: 'details',
  section: 'edit',
  applies: (board) => {
    const [only, ...others] = subjectsOf(board);
    return others.length === 0 && (only?.kind === 'item' || only?.kind === 'choice') && lockOf(only) === null;
  },
  run: (board) => {
    const [only] = subjectsOf(board);
    if (only !== undefined) board.openDetails(only.id);
  },
};

const SELECT_ALIKE: BoardCommand = {
  id: 'selectAlike',
  section: 'board',
  applies: (board) => new Set(subjectsOf(board).map(({ kind }) => kind)).size === 1,
  run: (board) => {
    const kind = subjectsOf(board)[0]?.kind;
    const alike = board.page.ids.filter((id) => board.page.object(id)?.kind === kind);
    board.select(alike);
    announce(messages('board').commands.done.selected(alike.length));
  },
};

const REMOVE: BoardCommand = {
  id: 'remove',
  section: 'remove',
  applies: (board) => changeableOf(board).length > 0,
  run: (board) => board.remove(),
};

export const EDIT_COMMANDS: readonly BoardCommand[] = [WRITE, DETAILS];
export const BOARD_COMMANDS: readonly BoardCommand[] = [SELECT_ALIKE, REMOVE];
