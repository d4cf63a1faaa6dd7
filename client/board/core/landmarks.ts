import { frameOf, type BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** What a board is known by from afar: its frames, with how much lies in each, and the results on it. Kept change by change. */
export class Landmarks {
  readonly #frames = new Set<ObjectId>();
  readonly #results = new Set<ObjectId>();
  /** The frame each object was last said to lie in. */
  readonly #frameOf = new Map<ObjectId, ObjectId>();
  readonly #counts = new Map<ObjectId, number>();

  get frames(): ReadonlySet<ObjectId> {
    return this.#frames;
  }

  get results(): ReadonlySet<ObjectId> {
    return this.#results;
  }

  /** How many objects say that they lie in the frame. */
  countIn(frame: ObjectId): number {
    return this.#counts.get(frame) ?? 0;
  }

  /** Tells how an object is now; `null` once it is gone. */
  update(id: ObjectId, object: BoardObject | null): void {
    keepIf(this.#frames, id, object?.kind === 'frame');
    keepIf(this.#results, id, object?.kind === 'result');
    const [before, after] = [this.#frameOf.get(id) ?? null, object === null ? null : frameOf(object)];
    if (before === after) return;
    if (before !== null) this.#counts.set(before, this.countIn(before) - 1);
    if (after === null) this.#frameOf.delete(id);
    else {
      this.#frameOf.set(id, after);
      this.#counts.set(after, this.countIn(after) + 1);
    }
  }
}

function keepIf(ids: Set<ObjectId>, id: ObjectId, belongs: boolean): void {
  if (belongs) ids.add(id);
  else ids.delete(id);
}
