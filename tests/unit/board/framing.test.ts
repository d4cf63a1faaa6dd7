import { beforeAll, describe, expect, test } from 'vitest';
import { BoardModel } from '#client/board/board-model.svelte.ts';
import { loadMessages } from '#client/model/messages.svelte.ts';
import { frameOf, type Box, type Kind } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { openLocalPage, wire } from '../page-model/local-page.ts';

beforeAll(() => loadMessages('board', 'inventory'));

const nothing = (): void => undefined;

function openBoard(name = 'alice') {
  const local = openLocalPage(name);
  const { page } = local;
  const host = {
    focusMenu: nothing,
    focusCard: nothing,
    focusEditor: nothing,
    focusGround: nothing,
    letGoOf: nothing,
    nextFrame: nothing,
    imageShelf: {
      put: () => Promise.reject(new Error('nothing is put here')),
      addressOf: () => null,
    },
  };
  const board = new BoardModel(page, ['note'], host, { x: 0, y: 0, zoom: 1 });
  return {
    ...local,
    board,
    add: (kind: Kind, box: Box, fields = {}): ObjectId => page.add(kind, { box, fields }),
    frameOf: (id: ObjectId) => {
      const object = page.peek(id);
      return object === null ? null : frameOf(object);
    },
    boxOf: (id: ObjectId) => page.peek(id)?.box,
    move: (id: ObjectId, dx: number, dy: number) => {
      board.nudgeBy([id], dx, dy);
      board.nudge.finish();
    },
  };
}

describe('an object moved into a frame', () => {
  test('lies in it from then on, and undo takes both back at once', () => {
    const { page, add, move, frameOf, boxOf } = openBoard();
    const frame = add('frame', [0, 0, 800, 600]);
    const note = add('note', [1000, 100, 200, 160]);
    move(note, -600, 0);
    expect(frameOf(note)).toBe(frame);
    page.undo();
    expect([frameOf(note), boxOf(note)]).toEqual([null, [1000, 100, 200, 160]]);
  });

  test('lies in the innermost of several', () => {
    const { add, move, frameOf } = openBoard();
    const outer = add('frame', [0, 0, 1200, 900]);
    const inner = add('frame', [100, 100, 500, 400], { frame: outer });
    const note = add('note', [2000, 150, 200, 160]);
    move(note, -1800, 0);
    expect(frameOf(note)).toBe(inner);
    move(note, 600, 0);
    expect(frameOf(note)).toBe(outer);
    move(note, 2000, 0);
    expect(frameOf(note)).toBeNull();
  });
});

describe('a frame', () => {
  test('takes along what lies in it, however deep', () => {
    const { add, move, boxOf, frameOf } = openBoard();
    const outer = add('frame', [0, 0, 1200, 900]);
    const inner = add('frame', [100, 100, 500, 400], { frame: outer });
    const note = add('note', [150, 200, 200, 160], { frame: inner });
    const beside = add('note', [1500, 0, 200, 160]);
    move(outer, 50, 30);
    expect(boxOf(note)).toEqual([200, 230, 200, 160]);
    expect(boxOf(inner)).toEqual([150, 130, 500, 400]);
    expect(boxOf(beside)).toEqual([1500, 0, 200, 160]);
    expect([frameOf(note), frameOf(inner)]).toEqual([inner, outer]);
  });

  test('takes in what it is drawn around, in the step that makes it', () => {
    const { page, board, add, frameOf } = openBoard();
    const note = add('note', [100, 100, 200, 160]);
    board.placeIn('frame', [0, 0, 800, 600]);
    const frame = page.ids.find((id) => page.peek(id)?.kind === 'frame');
    expect(frameOf(note)).toBe(frame);
    page.undo();
    expect(frameOf(note)).toBeNull();
    expect(page.ids).toEqual([note]);
  });

  test('that is stretched takes in what it now reaches, and moves nothing', () => {
    const { board, add, frameOf, boxOf } = openBoard();
    const frame = add('frame', [0, 0, 300, 300]);
    const note = add('note', [400, 50, 200, 160]);
    board.commitMove(new Map([[frame, [0, 0, 800, 300]]]));
    expect(frameOf(note)).toBe(frame);
    board.commitMove(new Map([[frame, [0, 0, 300, 300]]]));
    expect(frameOf(note)).toBeNull();
    expect(boxOf(note)).toEqual([400, 50, 200, 160]);
  });

  test('never lies in what lies in it', () => {
    const { add, move, frameOf } = openBoard();
    const outer = add('frame', [0, 0, 400, 400]);
    const inner = add('frame', [50, 50, 900, 900], { frame: outer });
    move(outer, 200, 200);
    expect(frameOf(outer)).toBeNull();
    expect(frameOf(inner)).toBe(outer);
  });

  test('that is removed leaves what lay in it where it is', () => {
    const { page, board, add, boxOf } = openBoard();
    const frame = add('frame', [0, 0, 800, 600]);
    const note = add('note', [100, 100, 200, 160], { frame });
    board.remove([frame]);
    expect(page.ids).toEqual([note]);
    expect(boxOf(note)).toEqual([100, 100, 200, 160]);
    expect(board.carried([note])).toEqual([note]);
  });

  test('two that were put into each other at once still move, once each', () => {
    const { page, add, move, boxOf } = openBoard();
    const a = add('frame', [0, 0, 800, 600]);
    const b = add('frame', [100, 100, 800, 600], { frame: a });
    page.setField(a, 'frame', b);
    move(a, 10, 0);
    expect([boxOf(a), boxOf(b)]).toEqual([
      [10, 0, 800, 600],
      [110, 100, 800, 600],
    ]);
  });

  test('in another’s hand is seen to carry what lies in it', () => {
    const [alice, bob] = [openBoard('alice'), openBoard('bob')];
    wire(alice, bob);
    const frame = alice.add('frame', [0, 0, 800, 600]);
    const note = alice.add('note', [100, 100, 200, 160], { frame });
    alice.page.showDrag(new Map([[frame, [40, 20, 800, 600]]]));
    const seen = bob.page.object(note);
    expect(seen === null ? null : bob.board.boxFor(seen)).toEqual([140, 120, 200, 160]);
  });
});

test('moving into a frame without dragging puts it in free space under the title', () => {
  const { board, add, frameOf, boxOf } = openBoard();
  const frame = add('frame', [0, 0, 800, 600]);
  const note = add('note', [2000, 100, 200, 160]);
  board.select([note]);
  board.moveToFrame(frame);
  expect(frameOf(note)).toBe(frame);
  expect(boxOf(note)?.[0]).toBeLessThan(800);
  board.moveToFrame(null);
  expect(frameOf(note)).toBeNull();
  expect(boxOf(note)?.[0]).toBeGreaterThanOrEqual(800);
});

test('what lies in a frame is read after its title', () => {
  const { board, add } = openBoard();
  const frame = add('frame', [0, 0, 800, 600]);
  const inside = add('note', [300, 400, 200, 160], { frame });
  const beside = add('note', [900, 20, 200, 160]);
  const above = add('note', [0, -300, 200, 160]);
  expect(board.contents.readingOrder()).toEqual([above, frame, inside, beside]);
});
