import { describe, expect, test } from 'vitest';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { Hands, ONE, TWO } from './surface.ts';

const LINE = 'line' as ObjectId;

const drawing = (type: 'mouse' | 'touch' | 'pen' = 'mouse'): Hands => {
  const hands = new Hands(type);
  hands.board.tool = 'pen';
  return hands;
};

describe('a pen in hand', () => {
  test('draws where it goes, also on objects, and writes once, at the end', () => {
    const hands = drawing();
    hands.press(50, 50);
    hands.move(80, 50);
    hands.move(120, 90);
    expect(hands.board.ink.drawing).not.toBeNull();
    expect(hands.board.ink.written).toEqual([]);
    hands.release(120, 90);
    const [stroke] = hands.board.ink.written;
    expect(stroke).toHaveLength(1);
    expect(stroke?.[0]?.[0]).toEqual([50, 50, 0.5]);
    expect(stroke?.[0]?.at(-1)).toEqual([120, 90, 0.5]);
    expect(hands.board.selection.size).toBe(0);
  });

  test('draws all that a browser tells of it at once, with its pressure', () => {
    const hands = drawing('pen');
    hands.press(0, 0);
    hands.move(40, 0, {
      samples: [
        { at: [20, 30], pressure: 1 },
        { at: [40, 0], pressure: 0.2 },
      ],
    });
    hands.release(40, 0);
    const [points = []] = hands.board.ink.written[0] ?? [];
    expect(points.length).toBeGreaterThan(2);
    expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(20);
    expect(Math.max(...points.map(([, , pressure]) => pressure))).toBeGreaterThan(0.8);
  });

  test('leaves nothing when the gesture is lost, or when writing is locked meanwhile', () => {
    const hands = drawing();
    hands.press(50, 50);
    hands.move(80, 50);
    hands.machine.cancel();
    hands.press(50, 50);
    hands.move(80, 50);
    hands.board.canWrite = false;
    hands.machine.pageChanged();
    hands.release(80, 50);
    expect(hands.board.ink.written).toEqual([]);
    expect(hands.board.ink.drawing).toBeNull();
  });

  test('a finger draws, and two fingers that come together move the view', () => {
    const hands = drawing('touch');
    hands.press(100, 100);
    hands.move(106, 100);
    hands.press(200, 100, { id: 2 });
    hands.move(200, 160, { id: 2 });
    hands.move(106, 160);
    hands.release(106, 160);
    hands.release(200, 160, { id: 2 });
    expect(hands.board.ink.written).toEqual([]);
    expect(hands.board.camera.y).not.toBe(0);
  });

  test('a second finger that comes late has no part in the line', () => {
    const hands = drawing('touch');
    hands.press(100, 100);
    hands.move(180, 100);
    hands.press(300, 300, { id: 2 });
    hands.move(400, 300, { id: 2 });
    hands.release(180, 100);
    expect(hands.board.ink.written).toHaveLength(1);
    expect(hands.board.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  });

  test('once a stylus has drawn, a finger moves the view', () => {
    const hands = drawing('pen');
    hands.drag([0, 0], [50, 50]);
    hands.drag([100, 100], [160, 100], { type: 'touch', id: 2 });
    expect(hands.board.ink.written).toHaveLength(1);
    expect(hands.board.camera.x).toBe(-60);
  });

  test('the hand that holds the stylus leaves nothing behind, whichever comes down first', () => {
    const hands = drawing('pen');
    hands.press(200, 200, { type: 'touch', id: 2 });
    hands.press(0, 0);
    hands.press(210, 210, { type: 'touch', id: 3 });
    hands.move(50, 50);
    hands.move(230, 230, { type: 'touch', id: 3 });
    hands.release(50, 50);
    hands.release(230, 230, { type: 'touch', id: 3 });
    expect(hands.board.ink.written).toHaveLength(1);
    expect(hands.board.camera).toEqual({ x: 0, y: 0, zoom: 1 });
  });
});

describe('the eraser', () => {
  const erasing = (): Hands => {
    const hands = new Hands();
    hands.board.tool = 'eraser';
    hands.board.boxes.set(LINE, [390, 390, 20, 20]);
    hands.board.ink.strokes.set(LINE, [400, 400]);
    return hands;
  };

  test('what it comes upon fades, and is gone when it is lifted', () => {
    const hands = erasing();
    hands.press(300, 400);
    hands.move(500, 400);
    expect([...hands.board.ink.fading]).toEqual([LINE]);
    hands.release(500, 400);
    expect(hands.board.ink.erased).toEqual([[LINE]]);
    expect(hands.board.ink.fading.size).toBe(0);
  });

  test('a click erases, and Escape spares', () => {
    const hands = erasing();
    hands.press(300, 400);
    hands.move(500, 400);
    hands.machine.cancel();
    expect(hands.board.ink.erased).toEqual([]);
    hands.click(402, 401);
    expect(hands.board.ink.erased).toEqual([[LINE]]);
  });

  test('the other end of a stylus erases with any tool', () => {
    const hands = erasing();
    hands.board.tool = 'select';
    hands.click(400, 400, { type: 'pen', button: 5 });
    expect(hands.board.ink.erased).toEqual([[LINE]]);
  });

  test('what somebody has taken away meanwhile is let go of', () => {
    const hands = erasing();
    hands.press(300, 400);
    hands.move(500, 400);
    hands.board.boxes.delete(LINE);
    hands.machine.pageChanged();
    hands.release(500, 400);
    expect(hands.board.ink.erased).toEqual([[]]);
  });
});

describe('the lasso', () => {
  const around = (hands: Hands, corners: readonly (readonly [number, number])[], adds = false): void => {
    const [first, ...others] = corners;
    if (first === undefined) return;
    hands.press(...first, { adds });
    for (const corner of others) hands.move(...corner, { adds });
    hands.release(...(others.at(-1) ?? first), { adds });
  };
  const aroundOne = [
    [-20, -20],
    [220, -20],
    [220, 180],
    [-20, 180],
  ] as const;

  test('selects what has its middle within, adds with Shift, and drags what it has selected', () => {
    const hands = new Hands();
    hands.board.tool = 'lasso';
    around(hands, aroundOne);
    expect([...hands.board.selection]).toEqual([ONE]);
    around(
      hands,
      aroundOne.map(([x, y]) => [x + 300, y] as const),
      true,
    );
    expect([...hands.board.selection]).toEqual([ONE, TWO]);
    hands.rest();
    hands.drag([50, 50], [60, 150]);
    expect(hands.board.committed[0]?.size).toBe(2);
    expect(hands.board.ink.lasso).toBeNull();
  });

  test('a click selects one or lets go', () => {
    const hands = new Hands();
    hands.board.tool = 'lasso';
    hands.click(350, 50);
    expect([...hands.board.selection]).toEqual([TWO]);
    hands.rest();
    hands.click(250, 400);
    expect(hands.board.selection.size).toBe(0);
  });
});

test('the laser is seen while it is held', () => {
  const hands = new Hands();
  hands.board.tool = 'laser';
  hands.press(10, 10);
  hands.move(20, 30);
  expect(hands.board.ink.laser).toEqual([20, 30]);
  hands.release(20, 30);
  expect(hands.board.ink.laser).toBeNull();
});
