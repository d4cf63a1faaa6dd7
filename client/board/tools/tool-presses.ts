import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { pressToConnect } from './connecting.ts';
import { pressToDraw, pressToErase, pressToLasso, pressToPoint } from './ink-presses.ts';
import type { Placeable } from './placings.ts';
import { PressingToPlace } from './pressing-to-place.ts';
import type { Tool } from './tool.ts';

type Press = (input: PointerInput, board: BoardSurface) => BoardState;

const placing =
  (tool: Placeable): Press =>
  (input) =>
    new PressingToPlace(tool, input);

/** What a press begins with each tool that has a beginning of its own; `select` and `hand` are the board's (`idle.ts`). */
export const TOOL_PRESSES: Readonly<Partial<Record<Tool, Press>>> = {
  pen: pressToDraw,
  marker: pressToDraw,
  eraser: pressToErase,
  laser: pressToPoint,
  lasso: pressToLasso,
  connector: pressToConnect,
  text: placing('text'),
  shape: placing('shape'),
  frame: placing('frame'),
  stamp: placing('stamp'),
  table: placing('table'),
  link: placing('link'),
};
