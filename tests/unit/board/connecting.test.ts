import { describe, expect, test } from 'vitest';
import { BoardContents } from '#client/board/board-contents.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { openLocalPage } from '../page-model/local-page.ts';
import { Hands, ONE, THREE, TWO } from './surface.ts';

const connecting = (type: 'mouse' | 'touch' = 'mouse'): Hands => {
  const hands = new Hands(type);
  hands.board.tool = 'connector';
  return hands;
};

describe('the tool for connectors', () => {
  test('a drag from one object to another connects them, and shows it meanwhile', () => {
    const hands = connecting();
    hands.press(50, 50);
    hands.move(350, 50);
    expect(hands.board.connectors.draft?.to.object).toBe(TWO);
    hands.release(350, 50);
    expect(hands.board.connectors.written).toHaveLength(1);
    expect(hands.board.connectors.written[0]).toMatchObject({
      from: { object: ONE },
      to: { object: TWO },
      of: null,
    });
    expect(hands.board.connectors.draft).toBeNull();
  });

  test('an end that is let go of in the open is free', () => {
    const hands = connecting('touch');
    hands.drag([50, 50], [50, 500]);
    expect(hands.board.connectors.written[0]?.to).toEqual({ object: null, at: [50, 500] });
  });

  test('two clicks do as well as a drag', () => {
    const hands = connecting();
    hands.click(50, 50);
    expect(hands.board.connectors.written).toEqual([]);
    hands.click(650, 50);
    expect(hands.board.connectors.written[0]).toMatchObject({ from: { object: ONE }, to: { object: THREE } });
  });

  test('Escape, and somebody who takes the object away, end it', () => {
    const hands = connecting();
    hands.press(50, 50);
    hands.move(350, 50);
    hands.machine.cancel();
    hands.press(50, 50);
    hands.move(350, 50);
    hands.board.boxes.delete(TWO);
    hands.machine.pageChanged();
    hands.release(350, 50);
    expect(hands.board.connectors.written).toEqual([]);
  });

  test('a grip leads its end elsewhere, and a click on it changes nothing', () => {
    const hands = new Hands();
    const draft = {
      from: { object: ONE, at: [100, 80] },
      to: { object: TWO, at: [300, 80] },
      of: 'line' as ObjectId,
    } as const;
    hands.board.connectors.grip = { draft, end: 'to' };
    hands.click(300, 80);
    expect(hands.board.connectors.written).toEqual([]);
    hands.drag([300, 80], [650, 80]);
    expect(hands.board.connectors.written[0]).toMatchObject({
      from: { object: ONE },
      to: { object: THREE },
      of: 'line',
    });
  });
});

describe('a connector on the page', () => {
  const joined = () => {
    const { page } = openLocalPage('alice');
    const a = page.add('note', { box: [0, 0, 200, 160] });
    const b = page.add('note', { box: [1_000, 0, 200, 160] });
    const line = page.add('connector', {
      box: [0, 0, 160, 1],
      fields: { from: a, to: b, route: 'straight', endHead: 'arrow' },
    });
    return { page, b, line, contents: new BoardContents(page, () => undefined) };
  };

  test('is found and hit between what it joins, also after that has moved', () => {
    const { page, b, line, contents } = joined();
    expect(contents.hit([600, 80], 4)).toBe(line);
    page.setBox(b, [0, 1_000, 200, 160]);
    expect(contents.hit([600, 80], 4)).toBeNull();
    expect(contents.hit([100, 600], 4)).toBe(line);
  });

  test('stays where it was when what it joins is put in the bin, and follows when that comes back', () => {
    const { page, b, line, contents } = joined();
    page.remove([b]);
    expect(contents.hit([600, 80], 4)).toBe(line);
    page.undo();
    page.setBox(b, [0, 1_000, 200, 160]);
    expect(contents.hit([100, 600], 4)).toBe(line);
  });

  test('that is bound to itself or to another connector is still somewhere', () => {
    const { page, line, contents } = joined();
    page.setField(line, 'from', line);
    expect(contents.boxOf(line)?.every(Number.isFinite)).toBe(true);
    const other = page.add('connector', { box: [0, 0, 160, 1], fields: { from: line, to: line } });
    page.setField(line, 'to', other);
    expect(contents.boxOf(other)?.every(Number.isFinite)).toBe(true);
  });
});
