import { lockOf, type BoardObject, type Box, type Kind } from '#shared/content/board-object.ts';
import type { Page } from '#client/model/types.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { HandleFrame } from './core/handles.ts';
import { LEAST_SIDE, stretched } from './core/resized.ts';

const KEEPS_RATIO: ReadonlySet<Kind> = new Set(['image', 'stamp', 'stroke']);
const TURNS: ReadonlySet<Kind> = new Set(['shape', 'image']);
/** A connector is as long as what it joins is apart; a result has the size it was made for. */
const HAS_NO_SIZE: ReadonlySet<Kind> = new Set(['connector', 'result']);

/** Degrees clockwise that the object is turned by. */
export const angleOf = ({ kind, fields }: BoardObject): number =>
  TURNS.has(kind) && typeof fields['rotation'] === 'number' ? fields['rotation'] : 0;

/** What it asks of the board. */
export interface SizingBoard {
  readonly page: Pick<Page, 'object'>;
  readonly selection: ReadonlySet<ObjectId>;
  readonly selectionBox: Box | null;
  angleFor(object: BoardObject): number;
  /** Where the object is in the document. */
  boxOf(id: ObjectId): Box | null;
  commitMove(boxes: ReadonlyMap<ObjectId, Box>): void;
}

/** How large what is selected is, and how it is turned. */
export class Sizing {
  readonly #board: SizingBoard;

  constructor(board: SizingBoard) {
    this.#board = board;
  }

  /** `null` when nothing is selected that has a size of its own, or some of it is locked. */
  get frame(): HandleFrame | null {
    const objects = [...this.#board.selection].flatMap((id) => this.#board.page.object(id) ?? []);
    const box = this.#board.selectionBox;
    if (box === null || objects.length === 0) return null;
    if (objects.some((object) => lockOf(object) !== null || HAS_NO_SIZE.has(object.kind))) return null;
    const [only, ...others] = objects;
    const isOne = only !== undefined && others.length === 0;
    return {
      box,
      angle: isOne ? this.#board.angleFor(only) : 0,
      canTurn: isOne && TURNS.has(only.kind),
      keepsRatio: objects.some(({ kind }) => KEEPS_RATIO.has(kind)),
    };
  }

  /** Gives what is selected another size, its upper left corner where it is. */
  set(width: number, height: number): void {
    const { frame } = this;
    if (frame === null) return;
    const to: Box = [frame.box[0], frame.box[1], Math.max(LEAST_SIDE, width), Math.max(LEAST_SIDE, height)];
    const boxes = new Map<ObjectId, Box>();
    for (const id of this.#board.selection) {
      const box = this.#board.boxOf(id);
      if (box !== null) boxes.set(id, stretched(box, frame.box, to));
    }
    this.#board.commitMove(boxes);
  }
}
