import { describe, expect, test } from 'vitest';
import { HeldTool } from '#client/board/tools/held-tool.svelte.ts';
import { TOOL_KEYS, toolOfKey } from '#client/board/tools/tool-keys.ts';
import type { Tool } from '#client/board/tools/tool.ts';
import { Hands } from './surface.ts';

const holding = (tool: Tool, type: 'mouse' | 'touch' = 'mouse'): Hands => {
  const hands = new Hands(type);
  hands.board.tool = tool;
  return hands;
};

describe('tools that make something', () => {
  test('a click makes it at its natural size', () => {
    const hands = holding('shape');
    hands.click(250, 400);
    expect(hands.board.placed).toEqual([['shape', [250, 400]]]);
  });

  test('a drag draws how large it is, on the board whatever the view does', () => {
    const hands = holding('frame');
    hands.press(250, 400);
    hands.move(300, 420);
    expect(hands.board.marquee).toEqual([250, 400, 50, 20]);
    hands.board.camera = { x: 10, y: 0, zoom: 1 };
    hands.move(200, 500);
    hands.release(200, 500);
    expect(hands.board.placed).toEqual([['frame', [210, 400, 40, 100]]]);
    expect(hands.board.marquee).toBeNull();
  });

  test('a stamp is set where the hand lets go of it', () => {
    const hands = holding('stamp');
    hands.drag([50, 50], [80, 90]);
    expect(hands.board.placed).toEqual([['stamp', [80, 90]]]);
  });

  test('what lies under the hand is neither selected nor moved', () => {
    const hands = holding('shape');
    hands.drag([50, 50], [150, 120]);
    expect(hands.board.selection.size).toBe(0);
    expect(hands.board.committed).toEqual([]);
  });

  test('Escape lets go of what was being drawn', () => {
    const hands = holding('frame');
    hands.press(250, 400);
    hands.move(300, 420);
    hands.machine.cancel();
    hands.release(300, 420);
    expect(hands.board.placed).toEqual([]);
    expect(hands.board.marquee).toBeNull();
  });

  test('so does a page that is locked meanwhile', () => {
    const hands = holding('frame');
    hands.press(250, 400);
    hands.move(300, 420);
    hands.board.canWrite = false;
    hands.machine.pageChanged();
    hands.release(300, 420);
    expect(hands.board.placed).toEqual([]);
    expect(hands.board.marquee).toBeNull();
  });

  test('with two fingers the view is moved and nothing made', () => {
    const hands = holding('text', 'touch');
    hands.press(250, 400, { id: 1 });
    hands.press(350, 400, { id: 2 });
    hands.move(250, 440, { id: 1 });
    hands.release(250, 440, { id: 1 });
    hands.release(350, 400, { id: 2 });
    expect(hands.board.placed).toEqual([]);
    expect(hands.board.camera.zoom).not.toBe(1);
  });

  test('a page that can only be read is looked at, whatever is in hand', () => {
    const hands = holding('text');
    hands.board.canWrite = false;
    hands.click(250, 400);
    expect(hands.board.placed).toEqual([]);
  });
});

describe('the tool in hand', () => {
  test('is put down after use', () => {
    const held = new HeldTool();
    held.take('shape');
    held.used();
    expect(held.tool).toBe('select');
  });

  test('taken twice it stays, and a third time it does not', () => {
    const held = new HeldTool();
    held.take('stamp');
    held.take('stamp');
    held.used();
    expect([held.tool, held.isKept]).toEqual(['stamp', true]);
    held.take('stamp');
    held.used();
    expect(held.tool).toBe('select');
  });
});

test('no two tools are taken by one letter, nor by one of the page’s own kinds', () => {
  const letters = Object.values(TOOL_KEYS);
  expect(new Set(letters).size).toBe(letters.length);
  for (const letter of ['n', 'i', 'k', 'm']) expect(toolOfKey(letter)).toBeNull();
});
