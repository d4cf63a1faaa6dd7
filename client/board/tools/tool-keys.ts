import type { Tool } from './tool.ts';

/** The letter that takes each tool in hand: the board's keys, its hints and its help read it here. */
export const TOOL_KEYS: Readonly<Partial<Record<Tool, string>>> = {
  select: 'v',
  hand: 'h',
  pen: 'p',
  marker: 'o',
  eraser: 'e',
  laser: 'j',
  lasso: 'l',
  text: 't',
  shape: 's',
  connector: 'c',
  frame: 'f',
  stamp: 'd',
  table: 'b',
  link: 'u',
};

export const toolOfKey = (key: string): Tool | null =>
  (Object.keys(TOOL_KEYS) as Tool[]).find((tool) => TOOL_KEYS[tool] === key) ?? null;
