import { expect, test } from 'vitest';
import { Nudge } from '#client/board/core/nudge.ts';
import { ONE, TestSurface, TWO } from './surface.ts';

test('key after key is one move, shown at once and written when the keys rest', () => {
  const board = new TestSurface();
  const done: number[] = [];
  const nudge = new Nudge(board, (dx, dy) => done.push(dx, dy));
  nudge.by([ONE], 10, 0);
  nudge.by([ONE], 10, 0);
  nudge.by([ONE], 0, 100);
  expect(board.shown?.get(ONE)).toEqual([20, 100, 200, 160]);
  expect(board.committed).toEqual([]);
  board.wait();
  expect(board.committed).toEqual([new Map([[ONE, [20, 100, 200, 160]]])]);
  expect(board.shown).toBeNull();
  expect(done).toEqual([20, 100]);
});

test('turning to another card writes the first move', () => {
  const board = new TestSurface();
  const nudge = new Nudge(board, () => undefined);
  nudge.by([ONE], 10, 0);
  nudge.by([TWO], 0, 10);
  board.wait();
  expect(board.committed).toEqual([
    new Map([[ONE, [10, 0, 200, 160]]]),
    new Map([[TWO, [300, 10, 200, 160]]]),
  ]);
});

test('a card that is taken away meanwhile is let go of', () => {
  const board = new TestSurface();
  const nudge = new Nudge(board, () => undefined);
  nudge.by([ONE], 10, 0);
  board.boxes.delete(ONE);
  board.wait();
  expect(board.committed).toEqual([]);
});

test('there and back again is no move', () => {
  const board = new TestSurface();
  const nudge = new Nudge(board, () => undefined);
  nudge.by([ONE], 10, 0);
  nudge.by([ONE], -10, 0);
  board.wait();
  expect(board.committed).toEqual([]);
});

test('Escape leaves the card where it was', () => {
  const board = new TestSurface();
  const nudge = new Nudge(board, () => undefined);
  nudge.by([ONE], 10, 0);
  nudge.cancel();
  board.wait();
  expect(board.committed).toEqual([]);
  expect(board.shown).toBeNull();
});
