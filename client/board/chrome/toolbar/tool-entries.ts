import type { Component } from 'svelte';
import type { IconName } from '#client/ui/icons/icon-paths.ts';
import type { BoardModel } from '../../board-model.svelte.ts';
import type { Tool } from '../../tools/tool.ts';
import ConnectorOptions from './ConnectorOptions.svelte';
import InkOptions from './InkOptions.svelte';
import ShapeOptions from './ShapeOptions.svelte';
import StampOptions from './StampOptions.svelte';
import type { ToolIconName } from './tool-icon-paths.ts';

interface Entry {
  /** Its word is under this name in `board.toolNames`. */
  readonly name: Tool | 'draw' | 'image';
  readonly icon: ToolIconName | IconName;
  /** `row`: in the toolbar where there is room; `more`: behind its last button always. */
  readonly place: 'row' | 'more';
}

/** A button that takes a tool in hand: the first of them, and the others can be chosen from then on. */
export interface ToolEntry extends Entry {
  readonly tools: readonly [Tool, ...Tool[]];
  /** What else can be chosen while one of the tools is in hand. */
  readonly Options?: Component;
}

/** A button that does something at once. */
export interface ActEntry extends Entry {
  readonly act: (board: BoardModel) => void;
}

/** What the toolbar offers besides the page's own kinds, in its order. Whoever supplies a tool adds a line. */
export const TOOL_ENTRIES: readonly (ToolEntry | ActEntry)[] = [
  {
    name: 'draw',
    icon: 'draw',
    place: 'row',
    tools: ['pen', 'marker', 'eraser', 'laser', 'lasso'],
    Options: InkOptions,
  },
  { name: 'text', icon: 'text', place: 'row', tools: ['text'] },
  { name: 'shape', icon: 'shape', place: 'row', tools: ['shape'], Options: ShapeOptions },
  { name: 'connector', icon: 'connector', place: 'row', tools: ['connector'], Options: ConnectorOptions },
  { name: 'frame', icon: 'frame', place: 'row', tools: ['frame'] },
  { name: 'stamp', icon: 'stamp', place: 'row', tools: ['stamp'], Options: StampOptions },
  { name: 'image', icon: 'image', place: 'more', act: (board) => board.images.choose() },
  { name: 'table', icon: 'table', place: 'more', tools: ['table'] },
  { name: 'link', icon: 'link', place: 'more', tools: ['link'] },
];

export const isToolEntry = (entry: ToolEntry | ActEntry): entry is ToolEntry => 'tools' in entry;

/** The entry that a tool belongs to; `null` for the hands that every board has. */
export const entryOf = (tool: Tool): ToolEntry | null =>
  TOOL_ENTRIES.filter(isToolEntry).find(({ tools }) => tools.includes(tool)) ?? null;
