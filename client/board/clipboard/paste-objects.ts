import { messages } from '#client/model/messages.svelte.ts';
import type { Addition } from '#client/model/types.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { KINDS, type FieldValue, type Kind } from '#shared/content/board-object.ts';
import { around } from '#shared/geometry/box.ts';
import { tidy } from '../arrange/tidy.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import { copiesOf, type Copied } from './copies.ts';

/** Puts copies where there is room in view; what they name that is not on this page they forget. */
export function pasteObjects(board: BoardModel, objects: readonly Copied[]): void {
  const from = around(objects.map(({ box }) => box));
  if (from === null) return;
  const [x, y] = board.eye.center;
  const place = board.contents.freePlace([x - from[2] / 2, y - from[3] / 2], {
    width: from[2],
    height: from[3],
  });
  add(
    board,
    copiesOf(objects, [place[0] - from[0], place[1] - from[1]], (id) => board.page.object(id) !== null),
  );
}

/** New objects of one kind, in rows. Returns how many there were room for: all or none. */
export function pasteFields(
  board: BoardModel,
  kind: Kind,
  all: readonly Readonly<Record<string, FieldValue>>[],
): number {
  const { width, height } = KINDS[kind].size;
  const grid = tidy(all.map(() => [0, 0, width, height]));
  const extent = around(grid);
  if (extent === null) return 0;
  const place = board.contents.freePlace(
    [board.eye.center[0] - extent[2] / 2, board.eye.center[1] - extent[3] / 2],
    { width: extent[2], height: extent[3] },
  );
  return add(
    board,
    all.map((fields, i) => {
      const [x, y] = grid[i] ?? [0, 0];
      return { kind, fields, box: [place[0] + x, place[1] + y, width, height] };
    }),
  );
}

function add(board: BoardModel, additions: readonly Addition[]): number {
  const ids = board.page.addAll(additions);
  if (ids.length === 0) return 0;
  board.select(ids);
  const box = board.selectionBox;
  if (box !== null) board.eye.reveal(box);
  announce(messages('board').commands.paste.done(ids.length));
  return ids.length;
}
