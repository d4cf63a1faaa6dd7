import { frameOf, groupOf, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { around, translate } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import { readingOrder } from '../core/reading-order.ts';
import { changeableOf, idsOf } from './subjects.ts';

/** What is moved as one: an object, a group, or a frame with what lies in it. */
export interface Unit {
  readonly objects: readonly BoardObject[];
  /** The box around it, as seen. */
  readonly box: Box;
}

/** What is selected and may be moved, in reading order. */
export function unitsOf(board: BoardModel): readonly Unit[] {
  const objects = changeableOf(board).filter(({ kind }) => kind !== 'connector');
  const frames = new Set(objects.filter(({ kind }) => kind === 'frame').map(({ id }) => id));
  const free = objects.filter((object) => !isIn(object, frames));
  const units = new Map<string, BoardObject[]>();
  for (const object of free) {
    const key = groupOf(object) ?? object.id;
    units.set(key, [...(units.get(key) ?? []), object]);
  }
  const made = [...units.values()].flatMap((members) => unitOf(board, members));
  const order = readingOrder(
    made.map(({ objects: [first], box }) => ({ id: first?.id ?? ('' as ObjectId), box })),
  );
  const ranks = new Map(order.map((id, rank) => [id, rank]));
  return made.toSorted((a, b) => rankOf(ranks, a) - rankOf(ranks, b));
}

/** Puts each unit where its box has been put, as one step of undo. */
export function placeUnits(board: BoardModel, units: readonly Unit[], boxes: readonly Box[]): void {
  const moved = new Map<ObjectId, Box>();
  for (const [i, unit] of units.entries()) {
    const to = boxes[i] ?? unit.box;
    const [dx, dy] = [to[0] - unit.box[0], to[1] - unit.box[1]];
    if (dx === 0 && dy === 0) continue;
    for (const id of board.carried(idsOf(unit.objects))) {
      const box = board.boxOf(id);
      if (box !== null) moved.set(id, translate(box, dx, dy));
    }
  }
  board.commitMove(moved);
}

const isIn = (object: BoardObject, frames: ReadonlySet<ObjectId>): boolean => {
  const frame = frameOf(object);
  return frame !== null && frames.has(frame);
};

function unitOf(board: BoardModel, objects: readonly BoardObject[]): readonly Unit[] {
  const box = around(objects.map((object) => board.contents.boxOf(object.id) ?? object.box));
  return box === null ? [] : [{ objects, box }];
}

const rankOf = (ranks: ReadonlyMap<ObjectId, number>, { objects: [first] }: Unit): number =>
  (first === undefined ? undefined : ranks.get(first.id)) ?? 0;
