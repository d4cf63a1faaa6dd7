import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import type { Tool } from './tool.ts';

type Press = (input: PointerInput, board: BoardSurface) => BoardState;

/** What a press begins with each tool that has a beginning of its own; `select` and `hand` are the board's (`idle.ts`). */
export const TOOL_PRESSES: Readonly<Partial<Record<Tool, Press>>> = {};
