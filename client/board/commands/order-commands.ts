import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { BoardCommand } from './command.ts';
import { changeableOf, idsOf } from './subjects.ts';

/** What is selected, in the order of the page, from the back to the front. */
function inPageOrder(board: BoardModel): readonly ObjectId[] {
  const chosen = new Set(idsOf(changeableOf(board)));
  return board.page.ids.filter((id) => chosen.has(id));
}

/** Puts them ahead of another as they are among themselves; `null`: last, in front of everything. */
function put(board: BoardModel, ids: readonly ObjectId[], before: ObjectId | null): void {
  board.page.asOne(() => {
    for (const id of ids) board.page.reorder(id, before);
  });
  announce(messages('board').commands.done.reordered);
}

/** What the selected objects lie on or under, by its place in the page's order. */
function touchedPlaces(board: BoardModel, ids: readonly ObjectId[]): readonly number[] {
  const chosen = new Set(ids);
  const touched = new Set(
    ids.flatMap((id) => {
      const box = board.contents.boxOf(id);
      return box === null ? [] : board.contents.within(box);
    }),
  );
  return board.page.ids.flatMap((id, at) => (touched.has(id) && !chosen.has(id) ? [at] : []));
}

const applies = (board: BoardModel): boolean => changeableOf(board).length > 0;

const TO_FRONT: BoardCommand = {
  id: 'toFront',
  section: 'order',
  key: { key: 'ArrowUp', ctrl: true, shift: true },
  applies,
  run: (board) => put(board, inPageOrder(board), null),
};

const TO_BACK: BoardCommand = {
  id: 'toBack',
  section: 'order',
  key: { key: 'ArrowDown', ctrl: true, shift: true },
  applies,
  run: (board) => {
    const ids = inPageOrder(board);
    put(board, ids, board.page.ids.find((id) => !ids.includes(id)) ?? null);
  },
};

/** In front of the nearest that covers them: a step that can be seen, where one place in the order often cannot. */
const FORWARD: BoardCommand = {
  id: 'forward',
  section: 'order',
  key: { key: 'ArrowUp', ctrl: true },
  applies,
  run: (board) => {
    const ids = inPageOrder(board);
    const back = board.page.ids.indexOf(ids[0] ?? ('' as ObjectId));
    const next = touchedPlaces(board, ids).find((at) => at > back);
    if (next === undefined) return announce(messages('board').commands.done.nothingAbove);
    put(board, ids, board.page.ids.slice(next + 1).find((id) => !ids.includes(id)) ?? null);
  },
};

const BACKWARD: BoardCommand = {
  id: 'backward',
  section: 'order',
  key: { key: 'ArrowDown', ctrl: true },
  applies,
  run: (board) => {
    const ids = inPageOrder(board);
    const front = board.page.ids.indexOf(ids.at(-1) ?? ('' as ObjectId));
    const next = touchedPlaces(board, ids).findLast((at) => at < front);
    if (next === undefined) return announce(messages('board').commands.done.nothingBelow);
    put(board, ids, board.page.ids[next] ?? null);
  },
};

/** A map that everything else lies on: behind all, and held fast. */
const AS_BACKGROUND: BoardCommand = {
  id: 'asBackground',
  section: 'order',
  applies: (board) => changeableOf(board).some(({ kind }) => kind === 'image'),
  run: (board) => {
    const pictures = new Set(idsOf(changeableOf(board).filter(({ kind }) => kind === 'image')));
    const ids = board.page.ids.filter((id) => pictures.has(id));
    board.page.asOne(() => {
      const before = board.page.ids.find((id) => !pictures.has(id)) ?? null;
      for (const id of ids) board.page.reorder(id, before);
      board.page.setFields(ids, 'lock', 'person');
    });
    announce(messages('board').commands.done.asBackground);
  },
};

export const ORDER_COMMANDS: readonly BoardCommand[] = [TO_FRONT, FORWARD, BACKWARD, TO_BACK, AS_BACKGROUND];
