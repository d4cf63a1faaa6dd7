import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { BoardCommand } from './command.ts';
import { changeableOf } from './subjects.ts';

/** A line has no size of its own. */
const sizable = (board: BoardModel): readonly BoardObject[] =>
  changeableOf(board).filter(({ kind }) => kind !== 'connector' && kind !== 'stroke');

/** All as large as the largest, so that no words are cut off. */
export const SAME_SIZE: BoardCommand = {
  id: 'sameSize',
  section: 'arrange',
  applies: (board) => sizable(board).length > 1,
  run: (board) => {
    const objects = sizable(board);
    const width = Math.max(...objects.map(({ box }) => box[2]));
    const height = Math.max(...objects.map(({ box }) => box[3]));
    board.commitMove(new Map(objects.map(({ id, box }) => [id, [box[0], box[1], width, height]])));
    announce(messages('board').commands.done.arranged);
  },
};
