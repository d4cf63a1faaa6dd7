import { toScreen } from '../core/camera.ts';
import { gripAt, REACH, type HandleFrame } from '../core/handles.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Resizing } from './resizing.ts';
import { Turning } from './turning.ts';

/** What a press on a handle of the selection begins; `null` where there is none under it. */
export function pressHandle({ at, type }: PointerInput, board: BoardSurface): BoardState | null {
  const frame = board.canWrite && board.tool === 'select' ? board.handles : null;
  if (frame === null) return null;
  const grip = gripAt(onScreen(frame, board), at, REACH[type]);
  if (grip === null) return null;
  return grip === 'turn' ? new Turning(frame) : new Resizing(grip, frame, at, board);
}

function onScreen(frame: HandleFrame, { camera }: BoardSurface): HandleFrame {
  const [x, y, width, height] = frame.box;
  const { zoom } = camera;
  return { ...frame, box: [...toScreen(camera, [x, y]), width * zoom, height * zoom] };
}
