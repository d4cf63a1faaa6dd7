import { messages } from '#client/model/messages.svelte.ts';
import type { ObjectChange, Page } from '#client/model/types.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { frameOf, titleOf, type Box, type FieldValue } from '#shared/content/board-object.ts';
import { around, center, contains, translate, type Point } from '#shared/geometry/box.ts';
import { GAP } from '#shared/geometry/free-space.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardContents } from './board-contents.ts';
import type { BoardEye } from './board-eye.svelte.ts';
import { FRAME_TITLE_HEIGHT } from './core/hits.ts';
import { innermost, type Area } from './core/innermost.ts';
import { translated } from './core/translated.ts';

type Boxes = ReadonlyMap<ObjectId, Box>;

/** Frames within frames within frames: nobody draws more, and a circle of them must end. */
const DEPTH_MAX = 12;

/** What it asks of the board. */
export interface FramingBoard {
  readonly page: Page;
  readonly contents: BoardContents;
  readonly eye: Pick<BoardEye, 'reveal'>;
  readonly canWrite: boolean;
  /** Where the object is in the document. */
  boxOf(id: ObjectId): Box | null;
}

/** What lies in which frame: told by its middle when it has been put somewhere, and carried along from then on. */
export class Framing {
  readonly #board: FramingBoard;

  constructor(board: FramingBoard) {
    this.#board = board;
  }

  /** What moves when these are taken hold of. */
  carried(ids: Iterable<ObjectId>): readonly ObjectId[] {
    return this.#board.contents.withMembers(ids);
  }

  /** Where an object is shown whose frame is in another's hand just now; `null` when it is not. */
  carriedBox(id: ObjectId): Box | null {
    const { page } = this.#board;
    const object = page.object(id);
    let at = object;
    for (let depth = 0; object !== null && at !== null && depth < DEPTH_MAX; depth += 1) {
      const frameId = frameOf(at);
      const frame = frameId === null ? null : page.object(frameId);
      const live = frameId === null ? undefined : page.liveBoxes.get(frameId);
      if (frame !== null && live !== undefined) return moved(object.box, frame.box, live);
      at = frame;
    }
    return null;
  }

  /** The whole of a move: the boxes, and which frame each object lies in after it. */
  changesFor(boxes: Boxes): readonly ObjectChange[] {
    const changes = changesByObject(boxes);
    for (const id of [...boxes.keys(), ...this.#aboutResized(boxes)]) {
      const frame = this.#frameAfter(id, boxes);
      if (frame !== this.#frameNow(id))
        changes.set(id, { ...changes.get(id), id, fields: { frame: frame ?? '' } });
    }
    return [...changes.values()];
  }

  /** Writes a finished move as one step of undo, and says so when it has taken something into a frame or out of it. */
  commit(boxes: Boxes): void {
    const changes = this.changesFor(boxes);
    this.#board.page.change(changes);
    for (const { fields } of changes)
      if (fields?.['frame'] !== undefined) this.#tell(fields['frame'] as ObjectId | '');
  }

  /** Adds a frame, which takes in what it is drawn around: one step. */
  add(box: Box, fields: Readonly<Record<string, FieldValue>>): ObjectId {
    let id = '' as ObjectId;
    this.#board.page.asOne(() => {
      id = this.#board.page.add('frame', { box, fields });
      this.#board.page.change(this.#takenInBy(id, box));
    });
    return id;
  }

  #takenInBy(frame: ObjectId, box: Box): readonly ObjectChange[] {
    const inside = this.#middlesIn(box).filter(
      (id) => id !== frame && this.#isLarger(box, this.#frameNow(id)),
    );
    return inside.map((id) => ({ id, fields: { frame } }));
  }

  /** The frame that something new lies in. */
  frameAt(box: Box): ObjectId | null {
    return innermost(this.#board.contents.framesAt(center(box)), center(box))?.id ?? null;
  }

  /** The frame the object lies in, if that is there. */
  #frameNow(id: ObjectId): ObjectId | null {
    const object = this.#board.page.peek(id);
    const frame = object === null ? null : frameOf(object);
    return frame !== null && this.#board.page.peek(frame)?.kind === 'frame' ? frame : null;
  }

  /** What is carried along stays where it is in its frame; a frame never lies in what lies in it. */
  #frameAfter(id: ObjectId, boxes: Boxes): ObjectId | null {
    const now = this.#frameNow(id);
    const isCarried = now !== null && isSameSize(boxes.get(now), this.#board.boxOf(now));
    if (isCarried) return now;
    const point = this.#middleOf(id, boxes);
    if (point === null) return now;
    const own = new Set(this.carried([id]));
    const areas = [
      ...this.#board.contents.framesAt(point).filter((area) => !boxes.has(area.id)),
      ...this.#movedFrames(boxes),
    ].filter((area) => !own.has(area.id));
    return innermost(areas, point)?.id ?? null;
  }

  #movedFrames(boxes: Boxes): readonly Area[] {
    return [...boxes]
      .filter(([id]) => this.#board.page.peek(id)?.kind === 'frame')
      .map(([id, box]) => ({ id, box }));
  }

  /** What may have come into a frame that has been made larger, or have been left outside a smaller one. */
  #aboutResized(boxes: Boxes): readonly ObjectId[] {
    const about = this.#movedFrames(boxes)
      .filter(({ id, box }) => !isSameSize(box, this.#board.boxOf(id)))
      .flatMap(({ id, box }) => this.#middlesIn(around([box, this.#board.boxOf(id) ?? box]) ?? box));
    return about.filter((id) => !boxes.has(id));
  }

  #middlesIn(area: Box): readonly ObjectId[] {
    return this.#board.contents.touching(area).filter((id) => {
      const box = this.#board.contents.boxOf(id);
      return box !== null && contains(area, center(box));
    });
  }

  /** Where the middle of the object as it is seen will be, grown around its words. */
  #middleOf(id: ObjectId, boxes: Boxes): Point | null {
    const seen = this.#board.contents.boxOf(id);
    const box = boxes.get(id) ?? seen;
    if (seen === null || box === null) return null;
    return center([
      box[0],
      box[1],
      box[2],
      Math.max(box[3], isSameSize(box, this.#board.boxOf(id)) ? seen[3] : 0),
    ]);
  }

  #isLarger(box: Box, frame: ObjectId | null): boolean {
    const other = frame === null ? null : this.#board.boxOf(frame);
    return other === null || other[2] * other[3] >= box[2] * box[3];
  }

  /** Puts objects into a frame without dragging, in free space under its title; out of all frames (`null`) beside the one they lie in. */
  moveTo(ids: readonly ObjectId[], frame: ObjectId | null): void {
    const { contents } = this.#board;
    const roots = ids.filter((id) => id !== frame);
    const from = around(roots.map((id) => contents.boxOf(id)).filter((box) => box !== null));
    const wish = frame === null ? this.#wishOutside(roots) : this.#wishInside(frame);
    if (from === null || wish === null || !this.#board.canWrite) return;
    const place = contents.freePlace(wish, { width: from[2], height: from[3] });
    const home = frame === null ? null : contents.boxOf(frame);
    const [x, y] = home === null || contains(home, center(place)) ? place : wish;
    const carried = this.carried(roots);
    if (frame !== null && carried.includes(frame)) return;
    const boxes = translated(carried, (id) => this.#board.boxOf(id), x - from[0], y - from[1]);
    const changes = changesByObject(boxes);
    for (const id of roots) changes.set(id, { ...changes.get(id), id, fields: { frame: frame ?? '' } });
    this.#board.page.change([...changes.values()]);
    this.#board.eye.reveal([x, y, from[2], from[3]]);
    this.#tell(frame ?? '');
  }

  #tell(frame: ObjectId | ''): void {
    const object = frame === '' ? null : this.#board.page.peek(frame);
    announce(messages('board').movedToFrame(object === null ? null : titleOf(object)));
  }

  #wishInside(frame: ObjectId): Point | null {
    const box = this.#board.contents.boxOf(frame);
    return box === null ? null : [box[0] + GAP, box[1] + FRAME_TITLE_HEIGHT + GAP];
  }

  #wishOutside(ids: readonly ObjectId[]): Point | null {
    const frames = ids.map((id) => this.#frameNow(id)).filter((id) => id !== null);
    const box = around(frames.map((id) => this.#board.contents.boxOf(id)).filter((each) => each !== null));
    return box === null ? null : [box[0] + box[2] + GAP, box[1]];
  }
}

const changesByObject = (boxes: Boxes): Map<ObjectId, ObjectChange> =>
  new Map([...boxes].map(([id, box]) => [id, { id, box }]));

/** A frame that is stretched moves nothing. */
const moved = (box: Box, from: Box, to: Box): Box | null =>
  isSameSize(from, to) ? translate(box, to[0] - from[0], to[1] - from[1]) : null;

/** Presence rounds, the document as well. */
const isSameSize = (a: Box | undefined | null, b: Box | undefined | null): boolean =>
  a !== null &&
  a !== undefined &&
  b !== null &&
  b !== undefined &&
  Math.abs(a[2] - b[2]) < 1 &&
  Math.abs(a[3] - b[3]) < 1;
