import { lockOf, type BoardObject } from '#shared/content/board-object.ts';
import type { BoardModel } from '../board-model.svelte.ts';

/** What a command is about. */
export const subjectsOf = (board: BoardModel): readonly BoardObject[] =>
  board.subjects.flatMap((id) => board.page.object(id) ?? []);

/** Those of them that this person may change now: the page is open to them, and no lock holds. */
export const changeableOf = (board: BoardModel): readonly BoardObject[] =>
  board.canWrite ? subjectsOf(board).filter((object) => lockOf(object) === null) : [];

export const idsOf = (objects: readonly BoardObject[]): readonly BoardObject['id'][] =>
  objects.map(({ id }) => id);
