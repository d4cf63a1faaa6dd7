import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { DrawingStroke } from './drawing-stroke.ts';
import { Erasing } from './erasing.ts';
import { Lassoing } from './lassoing.ts';
import { Panning } from './panning.ts';
import { PointingLaser } from './pointing-laser.ts';
import { PressingObject } from './pressing-object.ts';

type Press = (input: PointerInput, board: BoardSurface) => BoardState;

/** Where there is a pen, it draws and fingers move the view: a hand that rests on the glass leaves nothing behind. */
const byPenOrHand =
  (press: Press): Press =>
  (input, board) => {
    if (input.type === 'pen') board.ink.penSeen = true;
    return input.type === 'touch' && board.ink.penSeen ? new Panning(input) : press(input, board);
  };

export const pressToDraw = byPenOrHand((input, board) => new DrawingStroke(input, board));

export const pressToErase = byPenOrHand((input, board) => new Erasing(input, board));

export const pressToPoint = byPenOrHand((input, board) => new PointingLaser(input, board));

/** What has been lassoed can be dragged at once. */
export const pressToLasso = byPenOrHand((input, board) => {
  const id = board.hit(input.at);
  const drags = id !== null && !input.adds && board.selection.has(id);
  return drags ? new PressingObject(input, id, board) : new Lassoing(input, board);
});
