import { expect, test } from 'vitest';
import { besideSelection } from '#client/board/chrome/menu-place.ts';

const VIEW = { width: 1000, height: 800 };
const MENU = { width: 300, height: 50 };

test('the menu stands above what it is about, in its middle', () => {
  const [x, y] = besideSelection([400, 300, 200, 160], MENU, VIEW);
  expect(x + MENU.width / 2).toBe(500);
  expect(y + MENU.height).toBeLessThan(300);
});

test('without room above, it stands below', () => {
  const [, y] = besideSelection([400, 20, 200, 160], MENU, VIEW);
  expect(y).toBeGreaterThan(180);
});

test('it stays whole in the view, and above the tools', () => {
  for (const box of [
    [-500, -500, 50, 50],
    [2000, 2000, 50, 50],
    [-100, -100, 3000, 3000],
  ] as const) {
    const [x, y] = besideSelection(box, MENU, VIEW);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + MENU.width).toBeLessThanOrEqual(VIEW.width);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y + MENU.height).toBeLessThanOrEqual(VIEW.height - 70);
  }
});
