import type { Kind } from '#shared/content/board-object.ts';
import type { Tool } from './tool.ts';

/** Tools that make an object where the hand says, each of the kind it is named after. A connector lies between places. */
export type Placeable = Exclude<Extract<Tool, Kind>, 'connector'>;

export interface Placing {
  /** What a drag says of the size: all of it, how wide, or nothing. */
  readonly drawn: 'box' | 'width' | 'nothing';
  /** Its maker goes on to write in it. */
  readonly isWritten: boolean;
}

export const PLACINGS: Readonly<Record<Placeable, Placing>> = {
  text: { drawn: 'width', isWritten: true },
  shape: { drawn: 'box', isWritten: true },
  frame: { drawn: 'box', isWritten: true },
  stamp: { drawn: 'nothing', isWritten: false },
  table: { drawn: 'nothing', isWritten: true },
  link: { drawn: 'nothing', isWritten: true },
};

export const isPlaceable = (tool: Tool): tool is Placeable => Object.hasOwn(PLACINGS, tool);
