import { describe, expect, test } from 'vitest';
import { Hands, ONE, TWO } from './surface.ts';

function selecting(more = {}): Hands {
  const hands = new Hands();
  hands.board.selection = new Set([ONE]);
  hands.board.handles = { box: [0, 0, 200, 160], angle: 0, canTurn: true, keepsRatio: false, ...more };
  return hands;
}

describe('the handles of what is selected', () => {
  test('a corner stretches it, and the document is written once', () => {
    const hands = selecting();
    hands.press(200, 160);
    hands.move(250, 200);
    expect(hands.board.shown?.get(ONE)).toEqual([0, 0, 250, 200]);
    expect(hands.board.committed).toEqual([]);
    hands.release(250, 200);
    expect(hands.board.committed).toEqual([new Map([[ONE, [0, 0, 250, 200]]])]);
    expect(hands.board.shown).toBeNull();
  });

  test('a side leaves the other measure alone', () => {
    const hands = selecting();
    hands.drag([0, 80], [-40, 90]);
    expect(hands.board.committed).toEqual([new Map([[ONE, [-40, 0, 240, 160]]])]);
  });

  test('the middle moves it still', () => {
    const hands = selecting();
    hands.drag([100, 80], [110, 80]);
    expect(hands.board.committed).toEqual([new Map([[ONE, [10, 0, 200, 160]]])]);
  });

  test('a picture keeps its proportions, and with Shift it does not', () => {
    const picture = selecting({ keepsRatio: true });
    picture.drag([200, 160], [300, 160]);
    expect(picture.board.committed).toEqual([new Map([[ONE, [0, 0, 300, 240]]])]);
    const free = selecting({ keepsRatio: true });
    free.press(200, 160);
    free.move(300, 160, { isEven: true });
    expect(free.board.shown?.get(ONE)).toEqual([0, 0, 300, 160]);
  });

  test('Escape lets it be as it was', () => {
    const hands = selecting();
    hands.press(200, 160);
    hands.move(250, 200);
    hands.machine.cancel();
    expect([hands.board.shown, hands.board.committed]).toEqual([null, []]);
  });

  test('several are stretched alike', () => {
    const hands = selecting({ box: [0, 0, 500, 160] });
    hands.board.selection = new Set([ONE, TWO]);
    hands.drag([500, 160], [1000, 160]);
    expect(hands.board.committed[0]?.get(TWO)).toEqual([600, 0, 400, 160]);
  });

  test('the one above turns it, with Shift in steps', () => {
    const hands = selecting();
    hands.press(100, -30);
    hands.move(300, 80);
    expect(hands.board.turn).toBe(90);
    hands.move(300, 60, { isEven: true });
    expect(hands.board.turn).toBe(90);
    hands.release(300, 60);
    expect([hands.board.turns, hands.board.turn]).toEqual([[90], null]);
  });

  test('there are none with another tool, or where nobody may write', () => {
    const hands = selecting();
    hands.board.canWrite = false;
    hands.drag([200, 160], [250, 200]);
    expect(hands.board.committed).toEqual([]);
  });
});

describe('snap lines', () => {
  test('a drag comes into line with what is near, and shows the line', () => {
    const hands = new Hands();
    hands.board.others = [[300, 400, 200, 160]];
    hands.press(50, 50);
    hands.move(347, 50);
    expect(hands.board.shown?.get(ONE)?.[0]).toBe(300);
    expect(hands.board.guides.length).toBeGreaterThan(0);
    hands.release(347, 50);
    expect(hands.board.guides).toEqual([]);
  });

  test('not with Ctrl held', () => {
    const hands = new Hands();
    hands.board.others = [[300, 400, 200, 160]];
    hands.press(50, 50);
    hands.move(347, 50, { isFree: true });
    expect(hands.board.shown?.get(ONE)?.[0]).toBe(297);
  });
});
