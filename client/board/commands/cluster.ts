import { messages } from '#client/model/messages.svelte.ts';
import { newObjectId } from '#client/model/new-object-id.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { around, translate } from '#shared/geometry/box.ts';
import { tidy } from '../arrange/tidy.ts';
import type { BoardCommand } from './command.ts';
import { placeUnits, unitsOf, type Unit } from './units.ts';
import type { BoardModel } from '../board-model.svelte.ts';

/** Air within the frame, and above it for the heading; board units. */
const AIR = { side: 32, top: 72 } as const;

/** A frame lies in no other. */
const gatherable = (board: BoardModel): readonly Unit[] =>
  unitsOf(board).filter(({ objects }) => objects.every(({ kind }) => kind !== 'frame' && kind !== 'result'));

/** What is selected, in rows in a new frame, whose heading is written next. */
export const CLUSTER: BoardCommand = {
  id: 'cluster',
  section: 'tidy',
  applies: (board) => gatherable(board).length > 1,
  run: (board) => {
    const units = gatherable(board);
    const tidied = tidy(units.map(({ box }) => box));
    const extent = around(tidied);
    if (extent === null) return;
    const size = { width: extent[2] + 2 * AIR.side, height: extent[3] + AIR.top + AIR.side };
    const box = board.contents.freePlace([extent[0] - AIR.side, extent[1] - AIR.top], size);
    const frame = newObjectId();
    const [dx, dy] = [box[0] + AIR.side - extent[0], box[1] + AIR.top - extent[1]];
    board.page.asOne(() => {
      if (board.page.addAll([{ id: frame, kind: 'frame', box }]).length === 0) return;
      placeUnits(
        board,
        units,
        tidied.map((each) => translate(each, dx, dy)),
      );
      board.page.setFields(
        units.flatMap(({ objects }) => objects.map(({ id }) => id)),
        'frame',
        frame,
      );
    });
    if (board.page.object(frame) === null) return;
    board.eye.reveal(box);
    announce(messages('board').commands.done.clustered);
    board.edit(frame);
  },
};
