import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { translated } from './translated.ts';

/** Keys that follow each other faster than this are one move: one step of undo, one write. */
const PAUSE_MS = 500;

export interface NudgeSurface {
  boxOf(id: ObjectId): Box | null;
  showMove(boxes: ReadonlyMap<ObjectId, Box> | null): void;
  commitMove(boxes: ReadonlyMap<ObjectId, Box>): void;
  after(ms: number, act: () => void): () => void;
}

/** Moving by arrow keys or buttons: a gesture like a drag, which ends when the keys rest. */
export class Nudge {
  readonly #board: NudgeSurface;
  readonly #onDone: (dx: number, dy: number) => void;
  #ids: readonly ObjectId[] = [];
  #dx = 0;
  #dy = 0;
  #stopWaiting: (() => void) | null = null;

  /** `onDone` hears of each finished move, in board units. */
  constructor(board: NudgeSurface, onDone: (dx: number, dy: number) => void) {
    this.#board = board;
    this.#onDone = onDone;
  }

  by(ids: readonly ObjectId[], dx: number, dy: number): void {
    if (!isSameList(ids, this.#ids)) this.finish();
    this.#ids = ids;
    this.#dx += dx;
    this.#dy += dy;
    this.#board.showMove(this.#boxes());
    this.#stopWaiting?.();
    this.#stopWaiting = this.#board.after(PAUSE_MS, () => this.finish());
  }

  /** Writes what has been moved so far. */
  finish(): void {
    if (this.#ids.length === 0) return;
    const [boxes, dx, dy] = [this.#boxes(), this.#dx, this.#dy];
    this.#forget();
    if (boxes.size > 0 && (dx !== 0 || dy !== 0)) {
      this.#board.commitMove(boxes);
      this.#onDone(dx, dy);
    }
    this.#board.showMove(null);
  }

  cancel(): void {
    if (this.#ids.length === 0) return;
    this.#forget();
    this.#board.showMove(null);
  }

  #forget(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = null;
    [this.#ids, this.#dx, this.#dy] = [[], 0, 0];
  }

  /** What somebody has taken away meanwhile is left out. */
  #boxes(): ReadonlyMap<ObjectId, Box> {
    return translated(this.#ids, (id) => this.#board.boxOf(id), this.#dx, this.#dy);
  }
}

const isSameList = (a: readonly ObjectId[], b: readonly ObjectId[]): boolean =>
  a.length === b.length && a.every((id, i) => id === b[i]);
