import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { lockOf, type BoardObject } from '#shared/content/board-object.ts';
import type { Lock } from '#shared/content/kinds/common.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { BoardCommand } from './command.ts';
import { changeableOf, idsOf, subjectsOf } from './subjects.ts';

const LOCK_KEY = { key: 'l', ctrl: true, shift: true } as const;

/** What this person may unlock: a leader everything, others what is not a leader's. */
const unlockable = (board: BoardModel): readonly BoardObject[] =>
  board.canWrite
    ? subjectsOf(board).filter(
        (object) => lockOf(object) === 'person' || (lockOf(object) !== null && board.page.leads),
      )
    : [];

function setLock(board: BoardModel, lock: Lock): void {
  const ids = idsOf(changeableOf(board).filter(({ kind }) => kind !== 'result'));
  board.page.setFields(ids, 'lock', lock);
  announce(messages('board').commands.done.locked(ids.length));
}

/** What the server has laid on the page it lets nobody mark. */
const lockable = (board: BoardModel): boolean => changeableOf(board).some(({ kind }) => kind !== 'result');

const LOCK: BoardCommand = {
  id: 'lock',
  section: 'hold',
  key: LOCK_KEY,
  applies: lockable,
  run: (board) => setLock(board, 'person'),
};

const LOCK_AS_LEADER: BoardCommand = {
  id: 'lockAsLeader',
  section: 'hold',
  applies: (board) => board.page.leads && lockable(board),
  run: (board) => setLock(board, 'leader'),
};

const UNLOCK: BoardCommand = {
  id: 'unlock',
  section: 'hold',
  key: LOCK_KEY,
  applies: (board) => unlockable(board).length > 0,
  run: (board) => {
    const ids = idsOf(unlockable(board));
    board.page.setFields(ids, 'lock', '');
    announce(messages('board').commands.done.unlocked(ids.length));
  },
};

export const LOCK_COMMANDS: readonly BoardCommand[] = [LOCK, LOCK_AS_LEADER, UNLOCK];
