import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Camera } from '../core/camera.ts';
import { NO_SNAP, snap, type Anchors, type Snap } from '../core/snapping.ts';
import type { BoardSurface } from './board-surface.ts';

/** How near is in line, CSS pixels. */
const REACH = 6;

/** Brings what a hand moves into line with what lies about. Looks around once, and again when the view has moved. */
export class Snapper {
  readonly #own: ReadonlySet<ObjectId>;
  #camera: Camera | null = null;
  #others: readonly Box[] = [];

  constructor(own: Iterable<ObjectId>) {
    this.#own = new Set(own);
  }

  /** Shows the lines it finds; `isOff`: the hand does not want them now. */
  snap(
    box: Box,
    anchors: { readonly x: Anchors; readonly y: Anchors },
    isOff: boolean,
    board: BoardSurface,
  ): Snap {
    if (this.#camera !== board.camera) {
      this.#camera = board.camera;
      this.#others = board.neighbours(this.#own);
    }
    const found = isOff ? NO_SNAP : snap(box, anchors, this.#others, REACH / board.camera.zoom);
    board.showGuides(found.guides);
    return found;
  }
}
