import type { Box } from '#shared/content/board-object.ts';
import { center, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard } from '../core/camera.ts';
import { PULLS, type Handle, type HandleFrame } from '../core/handles.ts';
import { resettled, resized, stretched, turned } from '../core/resized.ts';
import type { Anchors } from '../core/snapping.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Snapper } from './snapper.ts';

/**
 * A handle follows the hand, and all that is selected is stretched alike. Others see it as it happens; the document is written once, when
 * the hand lets go.
 */
export class Resizing implements BoardState {
  readonly name = 'resizing';
  readonly cursor: string;
  readonly #handle: Handle;
  readonly #frame: HandleFrame;
  readonly #from: Point;
  readonly #start = new Map<ObjectId, Box>();
  readonly #snapper: Snapper;
  #boxes = new Map<ObjectId, Box>();

  constructor(handle: Handle, frame: HandleFrame, from: Point, board: BoardSurface) {
    this.#handle = handle;
    this.#frame = frame;
    this.#from = toBoard(board.camera, from);
    this.cursor = `${handle}-resize`;
    for (const id of board.selection) {
      const box = board.seenBoxOf(id);
      if (box !== null) this.#start.set(id, box);
    }
    this.#snapper = new Snapper(board.carried(this.#start.keys()));
  }

  move(input: PointerInput, board: BoardSurface): BoardState {
    const to = this.#stretchedTo(input, board);
    this.#boxes = new Map(
      [...this.#start].map(([id, box]) => [id, this.#placed(id, stretched(box, this.#frame.box, to), board)]),
    );
    board.showMove(this.#boxes);
    return this;
  }

  release(_input: PointerInput, board: BoardSurface): BoardState | null {
    if (this.#boxes.size > 0) board.commitMove(this.#boxes);
    this.cancel(board);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.showMove(null);
    board.showGuides([]);
  }

  pageChanged(board: BoardSurface): BoardState | null {
    for (const id of this.#start.keys())
      if (board.boxOf(id) === null) {
        this.#start.delete(id);
        this.#boxes.delete(id);
      }
    if (this.#start.size > 0 && board.canWrite) return this;
    this.cancel(board);
    return null;
  }

  #stretchedTo({ at, isEven, isFree }: PointerInput, board: BoardSurface): Box {
    const { box, angle, keepsRatio } = this.#frame;
    const pull = PULLS[this.#handle];
    const ratio = keepsRatio !== isEven;
    const [x, y] = turned(toBoard(board.camera, at), center(box), -angle);
    const [fx, fy] = turned(this.#from, center(box), -angle);
    const by: Point = [x - fx, y - fy];
    const rough = resized(box, pull, by, ratio);
    // Out of line with the others anyway, or bound to its proportions: there is nothing to be in line with.
    if (angle !== 0 || ratio) return resettled(rough, box, angle);
    const found = this.#snapper.snap(rough, { x: anchorsOf(pull[0]), y: anchorsOf(pull[1]) }, isFree, board);
    return resized(box, pull, [by[0] + found.dx, by[1] + found.dy], false);
  }

  /** A handle of one side leaves the other as the document has it: many cards have grown around their words. */
  #placed(id: ObjectId, box: Box, board: BoardSurface): Box {
    const own = board.boxOf(id);
    if (own === null || this.#frame.angle !== 0) return box;
    const [pullsX, pullsY] = PULLS[this.#handle];
    return [
      pullsX === 0 ? own[0] : box[0],
      pullsY === 0 ? own[1] : box[1],
      pullsX === 0 ? own[2] : box[2],
      pullsY === 0 ? own[3] : box[3],
    ];
  }
}

const anchorsOf = (pull: -1 | 0 | 1): Anchors => (pull === 0 ? [] : pull === 1 ? [1] : [0]);
