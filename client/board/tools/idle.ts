import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Connecting } from './connecting.ts';
import { pressToErase } from './ink-presses.ts';
import { Panning } from './panning.ts';
import { pressHandle } from './pressing-handle.ts';
import { PressingGround } from './pressing-ground.ts';
import { PressingObject } from './pressing-object.ts';
import { TOOL_PRESSES } from './tool-presses.ts';
import { Touching } from './touching.ts';

const MIDDLE_BUTTON = 1;
/** The other end of a pen that has one. */
const ERASER_BUTTON = 5;

/** Nothing is going on. */
export class Idle implements BoardState {
  readonly name = 'idle';

  press(input: PointerInput, board: BoardSurface): BoardState {
    if (input.button === MIDDLE_BUTTON || board.tool === 'hand' || board.spaceHeld) return new Panning(input);
    if (input.button === ERASER_BUTTON && board.canWrite) return pressToErase(input, board);
    if (input.button !== 0) return this;
    const press = board.canWrite ? TOOL_PRESSES[board.tool] : undefined;
    if (press !== undefined) return press(input, board);
    const led = board.canWrite ? board.connectors.gripAt(input.at) : null;
    if (led !== null) return new Connecting(input, led.draft, led.end, board);
    const grip = pressHandle(input, board);
    if (grip !== null) return grip;
    const id = board.hit(input.at);
    if (input.type === 'touch') return new Touching(input, id, board);
    return id === null ? new PressingGround(input, board) : new PressingObject(input, id, board);
  }
}

export const IDLE: BoardState = new Idle();
