import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { InkPen } from './ink-pen.ts';
import type { InkPoint } from './ink-point.ts';

/** What the tools that draw, erase, point and lasso may see and do. All points are board units. */
export interface InkSurface {
  /** A pen has been used here: from then on it draws and fingers move the view. */
  penSeen: boolean;
  /** The stroke in the hand, here and to others; `null` ends the showing. Call again when it has grown. */
  showStroke(pen: InkPen | null): void;
  /** Writes a finished stroke, as one step of undo. */
  writeStroke(pieces: readonly (readonly InkPoint[])[]): void;
  /** Strokes that a straight move of something round comes upon; those that are locked are spared. */
  strokesAlong(from: Point, to: Point, radius: number): readonly ObjectId[];
  /** These are about to be erased. */
  showErased(ids: ReadonlySet<ObjectId>): void;
  /** Erases, as one step of undo. */
  erase(ids: ReadonlySet<ObjectId>): void;
  /** Where the laser points, here and to others; `null` when it goes out. */
  showLaser(point: Point | null): void;
  showLasso(points: readonly Point[] | null): void;
}
