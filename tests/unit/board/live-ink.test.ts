import { describe, expect, test } from 'vitest';
import { LaserTrail, TRAIL_MS } from '#client/board/ink/laser-trail.ts';
import { OthersInk } from '#client/board/ink/others-ink.ts';
import { InkTelling, readShownInk, type ShownStyle } from '#client/board/ink/shown-ink.ts';
import { openLocalPage, wire } from '../page-model/local-page.ts';

const RED: ShownStyle = { tool: 'pen', color: 'red', lineWidth: 'thin' };

/** The server takes no presence state above this, pointer and all. */
const STATE_MAX_BYTES = 1024;

describe('a line that is told while it is drawn', () => {
  test('is heard as it was drawn, though only its end is told and some of the telling is lost', () => {
    const telling = new InkTelling(1, RED);
    const others = new OthersInk();
    for (let i = 0; i < 300; i += 1) {
      telling.add([i * 2, (i % 7) * 3]);
      if (i % 20 === 0) others.hear([{ sender: 7, color: 1, ink: { ...telling.shown() } }], i);
    }
    others.hear([{ sender: 7, color: 1, ink: { ...telling.shown() } }], 300);
    const [stroke, ...more] = others.strokes;
    expect(more).toEqual([]);
    expect(stroke?.style).toEqual(RED);
    expect(stroke?.heard).toBe(300);
    const points = stroke?.pen.finish().flat() ?? [];
    expect(points[0]?.slice(0, 2)).toEqual([0, 0]);
    expect(points.at(-1)?.slice(0, 2)).toEqual([598, 15]);
  });

  test('fits a presence state, however wildly it is drawn', () => {
    const { page, link } = openLocalPage('alice');
    const telling = new InkTelling(1, { tool: 'marker', color: 'purple', lineWidth: 'medium' });
    for (let i = 0; i < 200; i += 1) telling.add([(i % 2) * 90_000, -(i % 3) * 70_000]);
    page.showInk(telling.shown());
    page.moveCursor([-90_000, 70_000]);
    const state = { ...link.awareness.getLocalState(), user: { seat: 'a'.repeat(40) }, ink: telling.shown() };
    expect(JSON.stringify(state).length).toBeLessThanOrEqual(STATE_MAX_BYTES);
    expect(telling.shown().steps.length).toBeGreaterThan(20);
  });

  test('the next line of the same person is another', () => {
    const others = new OthersInk();
    for (const number of [1, 2]) {
      const telling = new InkTelling(number, RED);
      telling.add([number * 100, 0]);
      others.hear([{ sender: 7, color: 1, ink: { ...telling.shown() } }], 0);
    }
    expect([...others.strokes].map(({ pen }) => pen.tip[0]?.[0])).toEqual([200]);
    others.hear([], 0);
    expect([...others.strokes]).toEqual([]);
  });

  test('reaches another board by presence', () => {
    const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
    wire(alice, bob);
    const telling = new InkTelling(1, RED);
    telling.add([10, 20]);
    alice.page.showInk(telling.shown());
    expect(bob.page.inkShown).toEqual([
      { sender: alice.doc.clientID, color: 1, ink: { ...telling.shown() } },
    ]);
    expect(alice.page.inkShown).toEqual([]);
  });

  test.each([
    ['no line', { tool: 'pen' }],
    ['an unknown tool', { line: 1, tool: 'brush', color: 'red', width: 'thin', at: 0, steps: [] }],
    ['half a point', { line: 1, tool: 'pen', color: 'red', width: 'thin', at: 0, steps: [1] }],
    ['a step that is none', { line: 1, tool: 'pen', color: 'red', width: 'thin', at: 0, steps: [1, null] }],
    ['a place that is none', { line: 1, tool: 'pen', color: 'red', width: 'thin', at: -1, steps: [] }],
    [
      'more than anybody draws at once',
      {
        line: 1,
        tool: 'pen',
        color: 'red',
        width: 'thin',
        at: 0,
        steps: Array.from({ length: 5_000 }, () => 1),
      },
    ],
  ])('%s is not read', (_what, ink) => {
    expect(readShownInk(ink)).toBeNull();
  });
});

describe('a laser', () => {
  test('fades from its end, and its head stays while it is held', () => {
    const trail = new LaserTrail();
    trail.add([0, 0], 0);
    trail.add([10, 0], 100);
    expect(trail.fading(200)).toHaveLength(2);
    expect(trail.fading(TRAIL_MS + 50).map(({ at }) => at)).toEqual([[10, 0]]);
    expect(trail.fading(10 * TRAIL_MS)).toHaveLength(1);
    trail.isHeld = false;
    expect(trail.fading(10 * TRAIL_MS)).toEqual([]);
  });
});
