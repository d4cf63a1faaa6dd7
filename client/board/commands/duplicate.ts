import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { around } from '#shared/geometry/box.ts';
import { GAP } from '#shared/geometry/free-space.ts';
import { copiesOf } from '../clipboard/copies.ts';
import { withContents } from '../clipboard/with-contents.ts';
import type { BoardCommand } from './command.ts';
import { subjectsOf } from './subjects.ts';

export const DUPLICATE: BoardCommand = {
  id: 'duplicate',
  section: 'edit',
  key: { key: 'd', ctrl: true },
  applies: (board) => board.canWrite && subjectsOf(board).some(({ kind }) => kind !== 'result'),
  run: (board) => {
    const objects = withContents(board, subjectsOf(board));
    const from = around(objects.map(({ id, box }) => board.contents.boxOf(id) ?? box));
    if (from === null) return;
    const place = board.contents.freePlace([from[0] + from[2] + GAP, from[1]], {
      width: from[2],
      height: from[3],
    });
    const copies = copiesOf(
      objects,
      [place[0] - from[0], place[1] - from[1]],
      (id) => board.page.object(id) !== null,
    );
    const ids = board.page.addAll(copies);
    if (ids.length === 0) return;
    board.select(ids);
    board.eye.reveal(place);
    announce(messages('board').commands.done.duplicated(ids.length));
  },
};
