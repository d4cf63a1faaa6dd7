import { describe, expect, test } from 'vitest';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { Hands, ONE, THREE, TWO } from './surface.ts';

const selected = ({ board }: Hands): readonly ObjectId[] => [...board.selection];

describe('a mouse', () => {
  test('a click selects one, and another lets it go', () => {
    const hands = new Hands();
    hands.click(50, 50);
    expect(selected(hands)).toEqual([ONE]);
    hands.click(350, 50);
    expect(selected(hands)).toEqual([TWO]);
  });

  test('a click on the ground lets everything go', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.click(250, 400);
    expect(selected(hands)).toEqual([]);
  });

  test('with Shift a click adds, and takes away again', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.click(350, 50, { adds: true });
    expect(selected(hands)).toEqual([ONE, TWO]);
    hands.rest();
    hands.click(50, 50, { adds: true });
    expect(selected(hands)).toEqual([TWO]);
  });

  test('a drag moves what it takes, and writes once, at the end', () => {
    const hands = new Hands();
    hands.press(50, 50);
    hands.move(70, 50);
    hands.move(90, 80);
    expect(hands.board.shown?.get(ONE)).toEqual([40, 30, 200, 160]);
    expect(hands.board.committed).toEqual([]);
    hands.release(90, 80);
    expect(hands.board.committed).toEqual([new Map([[ONE, [40, 30, 200, 160]]])]);
    expect(hands.board.shown).toBeNull();
  });

  test('a drag of one moves all that is selected with it', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.click(350, 50, { adds: true });
    hands.rest();
    hands.drag([50, 50], [60, 150]);
    expect(hands.board.committed[0]?.size).toBe(2);
    expect(selected(hands)).toEqual([ONE, TWO]);
  });

  test('a click on one of several selected lets the others go', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.click(350, 50, { adds: true });
    hands.rest();
    hands.click(50, 50);
    expect(selected(hands)).toEqual([ONE]);
  });

  test('a hand that shakes has clicked, not dragged', () => {
    const hands = new Hands();
    hands.drag([50, 50], [52, 51]);
    expect(hands.board.committed).toEqual([]);
  });

  test('a drag follows the board, not the screen, when the wheel moves the view meanwhile', () => {
    const hands = new Hands();
    hands.press(50, 50);
    hands.move(60, 50);
    hands.board.camera = { x: 100, y: 0, zoom: 2 };
    hands.move(60, 50);
    expect(hands.board.shown?.get(ONE)).toEqual([80, -25, 200, 160]);
  });

  test('a rectangle selects what it touches; with Shift, besides what was selected', () => {
    const hands = new Hands();
    hands.drag([250, 200], [450, 100]);
    expect(selected(hands)).toEqual([TWO]);
    expect(hands.board.marquee).toBeNull();
    hands.drag([550, 200], [900, 100], { adds: true });
    expect(selected(hands)).toEqual([TWO, THREE]);
  });

  test('a double click writes: in the object, or in a new note on the ground', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.click(51, 50);
    expect(hands.board.edited).toEqual([ONE]);
    hands.rest();
    hands.click(250, 400);
    hands.click(250, 401);
    expect(hands.board.written).toEqual([[250, 401]]);
  });

  test('two clicks far apart in time or place are two', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.rest();
    hands.click(50, 50);
    hands.rest();
    hands.click(50, 50);
    hands.click(90, 50);
    expect(hands.board.edited).toEqual([]);
  });

  test.each([
    ['the middle button', { button: 1 }, {}],
    ['the hand tool', {}, { tool: 'hand' as const }],
    ['the space bar', {}, { spaceHeld: true }],
  ])('%s moves the ground, even from an object', (_what, pointer, board) => {
    const hands = new Hands();
    Object.assign(hands.board, board);
    hands.drag([50, 50], [80, 90], pointer);
    expect(hands.board.camera).toEqual({ x: -30, y: -40, zoom: 1 });
    expect(hands.board.committed).toEqual([]);
    expect(selected(hands)).toEqual([]);
  });

  test('the secondary button does nothing to the board', () => {
    const hands = new Hands();
    hands.drag([50, 50], [80, 90], { button: 2 });
    expect(hands.board.committed).toEqual([]);
    expect(hands.machine.state.name).toBe('idle');
  });
});

describe('what happens under a gesture', () => {
  test('Escape leaves everything where it was', () => {
    const hands = new Hands();
    hands.press(50, 50);
    hands.move(90, 90);
    hands.machine.cancel();
    expect(hands.board.shown).toBeNull();
    hands.move(200, 200);
    hands.release(200, 200);
    expect(hands.board.committed).toEqual([]);
  });

  test('Escape puts back the selection that a rectangle replaced', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.press(250, 200, { adds: true });
    hands.move(450, 100, { adds: true });
    expect(selected(hands)).toEqual([ONE, TWO]);
    hands.machine.cancel();
    expect(selected(hands)).toEqual([ONE]);
    expect(hands.board.marquee).toBeNull();
  });

  test('an object that somebody takes away is let go of, and the others go on', () => {
    const hands = new Hands();
    hands.click(50, 50);
    hands.click(350, 50, { adds: true });
    hands.rest();
    hands.press(50, 50);
    hands.move(90, 50);
    hands.board.boxes.delete(ONE);
    hands.machine.pageChanged();
    hands.move(100, 50);
    hands.release(100, 50);
    expect(hands.board.committed).toEqual([new Map([[TWO, [350, 0, 200, 160]]])]);
  });

  test('a drag of nothing that is left ends', () => {
    const hands = new Hands();
    hands.press(50, 50);
    hands.move(90, 50);
    hands.board.boxes.clear();
    hands.machine.pageChanged();
    expect(hands.machine.state.name).toBe('idle');
    hands.release(100, 50);
    expect(hands.board.committed).toEqual([]);
  });

  test('a page that is locked in mid-drag keeps everything in place', () => {
    const hands = new Hands();
    hands.press(50, 50);
    hands.move(90, 50);
    hands.board.canWrite = false;
    hands.machine.pageChanged();
    hands.release(100, 50);
    expect(hands.board.committed).toEqual([]);
    expect(hands.board.shown).toBeNull();
  });

  test('on a page that can only be read, a drag selects and moves nothing', () => {
    const hands = new Hands();
    hands.board.canWrite = false;
    hands.drag([50, 50], [200, 200]);
    expect(hands.board.committed).toEqual([]);
    expect(selected(hands)).toEqual([ONE]);
    hands.rest();
    hands.click(250, 400);
    hands.click(250, 400);
    expect(hands.board.written).toEqual([]);
  });

  test('a pointer that nobody pressed is passed over', () => {
    const hands = new Hands();
    hands.move(50, 50, { id: 7 });
    hands.release(50, 50, { id: 7 });
    expect(hands.machine.state.name).toBe('idle');
  });
});

describe('fingers', () => {
  test('one finger moves the ground, also when it begins on an object', () => {
    const hands = new Hands('touch');
    hands.drag([50, 50], [80, 150]);
    expect(hands.board.camera).toMatchObject({ x: -30, y: -100 });
    expect(hands.board.committed).toEqual([]);
  });

  test('a tap selects, and then a finger on it moves it', () => {
    const hands = new Hands('touch');
    hands.click(50, 50);
    expect(selected(hands)).toEqual([ONE]);
    hands.rest();
    hands.drag([50, 50], [80, 150]);
    expect(hands.board.committed).toEqual([new Map([[ONE, [30, 100, 200, 160]]])]);
  });

  test('a finger that rests on an object takes it', () => {
    const hands = new Hands('touch');
    hands.press(50, 50);
    hands.board.wait();
    hands.move(80, 50);
    hands.release(80, 50);
    expect(hands.board.committed).toEqual([new Map([[ONE, [30, 0, 200, 160]]])]);
  });

  test('a finger that rests on the ground still moves the ground', () => {
    const hands = new Hands('touch');
    hands.press(250, 400);
    hands.board.wait();
    hands.move(280, 400);
    hands.release(280, 400);
    expect(hands.board.camera.x).toBe(-30);
  });

  test('a tap on the ground lets everything go', () => {
    const hands = new Hands('touch');
    hands.click(50, 50);
    hands.rest();
    hands.click(250, 400);
    expect(selected(hands)).toEqual([]);
  });

  test('a double tap writes', () => {
    const hands = new Hands('touch');
    hands.click(50, 50);
    hands.click(60, 55);
    expect(hands.board.edited).toEqual([ONE]);
  });

  test('two fingers that spread zoom about what is between them', () => {
    const hands = new Hands('touch');
    hands.press(100, 300, { id: 1 });
    hands.press(200, 300, { id: 2 });
    hands.move(50, 300, { id: 1 });
    hands.move(250, 300, { id: 2 });
    const { camera } = hands.board;
    expect(camera.zoom).toBeCloseTo(2);
    expect(camera.x + 150 / camera.zoom).toBeCloseTo(150);
    expect(camera.y + 300 / camera.zoom).toBeCloseTo(300);
    expect(selected(hands)).toEqual([]);
  });

  test('a finger that leaves a pinch makes nothing jump, and the other goes on', () => {
    const hands = new Hands('touch');
    hands.press(100, 300, { id: 1 });
    hands.press(200, 300, { id: 2 });
    hands.move(220, 300, { id: 2 });
    hands.release(100, 300, { id: 1 });
    const before = hands.board.camera;
    hands.move(230, 310, { id: 2 });
    expect(hands.board.camera.x).toBeCloseTo(before.x - 10 / before.zoom);
    expect(hands.board.camera.y).toBeCloseTo(before.y - 10 / before.zoom);
    hands.release(230, 310, { id: 2 });
    expect(hands.machine.state.name).toBe('idle');
  });

  test('a third finger is passed over', () => {
    const hands = new Hands('touch');
    hands.press(100, 300, { id: 1 });
    hands.press(200, 300, { id: 2 });
    const before = hands.board.camera;
    hands.press(300, 300, { id: 3 });
    hands.move(400, 300, { id: 3 });
    expect(hands.board.camera).toEqual(before);
  });

  test('a touch that the browser takes away leaves everything in place', () => {
    const hands = new Hands('touch');
    hands.click(50, 50);
    hands.rest();
    hands.press(50, 50);
    hands.move(90, 90);
    hands.machine.cancel();
    expect(hands.board.committed).toEqual([]);
    expect(hands.board.shown).toBeNull();
  });
});

describe('a group', () => {
  const grouped = (type: 'mouse' | 'touch' = 'mouse') => {
    const hands = new Hands(type);
    for (const id of [ONE, TWO]) hands.board.groups.set(id, [ONE, TWO]);
    return hands;
  };

  test('is taken hold of whole', () => {
    const hands = grouped();
    hands.drag([50, 50], [60, 150]);
    expect([...(hands.board.committed[0]?.keys() ?? [])]).toEqual([ONE, TWO]);
  });

  test('lets one of it be taken by itself', () => {
    const hands = grouped();
    hands.click(50, 50, { alone: true });
    expect(selected(hands)).toEqual([ONE]);
    hands.rest();
    hands.click(50, 50);
    hands.rest();
    hands.click(350, 50, { alone: true });
    expect(selected(hands)).toEqual([TWO]);
  });

  test('is selected whole by a rectangle that touches one of it, and by a finger', () => {
    const hands = grouped();
    hands.drag([250, 200], [450, 100]);
    expect(new Set(selected(hands))).toEqual(new Set([ONE, TWO]));
    const finger = grouped('touch');
    finger.click(50, 50);
    expect(selected(finger)).toEqual([ONE, TWO]);
  });
});

describe('what is locked', () => {
  test('stays where it is when a hand drags it, and the rest of what is selected moves', () => {
    const hands = new Hands();
    hands.board.locked.add(ONE);
    hands.board.select([ONE, TWO]);
    hands.drag([50, 50], [60, 150]);
    expect([...(hands.board.committed[0]?.keys() ?? [])]).toEqual([TWO]);
  });
});

describe('a finger that rests', () => {
  test('has the menu when it is lifted, and none when it has dragged', () => {
    const hands = new Hands('touch');
    hands.press(50, 50);
    hands.board.wait();
    hands.release(50, 50);
    expect(hands.board.menus).toEqual([[50, 50]]);
    expect(selected(hands)).toEqual([ONE]);
    hands.press(50, 50);
    hands.board.wait();
    hands.move(90, 90);
    hands.release(90, 90);
    expect(hands.board.menus).toHaveLength(1);
  });
});
