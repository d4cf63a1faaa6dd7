import { describe, expect, test } from 'vitest';
import { placeBeside } from '#shared/geometry/place-beside.ts';
import { GAP } from '#shared/geometry/free-space.ts';
import type { Box } from '#shared/content/board-object.ts';

const NOTE = { width: 200, height: 160 };

describe('placing beside', () => {
  test('the first object of all lies at the origin', () => {
    expect(placeBeside(NOTE, [], [])).toEqual([0, 0, 200, 160]);
  });

  test('the first of its kind begins below everything', () => {
    const items: Box[] = [
      [100, 50, 280, 200],
      [400, 50, 280, 200],
    ];
    expect(placeBeside(NOTE, [], items)).toEqual([100, 250 + 2 * GAP, 200, 160]);
  });

  test('the next of a kind stands to the right of the last', () => {
    const kin: Box[] = [[0, 0, 200, 160]];
    expect(placeBeside(NOTE, kin, kin)).toEqual([200 + GAP, 0, 200, 160]);
  });

  test('five make a row, and the sixth begins the next', () => {
    const placed: Box[] = [];
    for (let i = 0; i < 7; i += 1) placed.push(placeBeside(NOTE, placed, placed));
    const step = NOTE.width + GAP;
    expect(placed.slice(0, 5).map(([x, y]) => [x, y])).toEqual([0, 1, 2, 3, 4].map((i) => [i * step, 0]));
    expect(placed.slice(5).map(([x, y]) => [x, y])).toEqual([
      [0, NOTE.height + GAP],
      [step, NOTE.height + GAP],
    ]);
  });

  test('what stands in the way is avoided', () => {
    const kin: Box[] = [[0, 0, 200, 160]];
    const wall: Box = [210, -20, 400, 400];
    const [x, y] = placeBeside(NOTE, kin, [...kin, wall]);
    expect(
      x + NOTE.width <= wall[0] ||
        x >= wall[0] + wall[2] ||
        y >= wall[1] + wall[3] ||
        y + NOTE.height <= wall[1],
    ).toBe(true);
  });
});
