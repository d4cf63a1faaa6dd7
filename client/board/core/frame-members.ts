import type { ObjectId } from '#shared/kernel/ids.ts';

/** Who says that they lie in which frame: kept as objects change, so that nobody asks all of them. The frame itself may be gone. */
export class FrameMembers {
  readonly #frames = new Map<ObjectId, ObjectId>();
  readonly #members = new Map<ObjectId, Set<ObjectId>>();

  set(id: ObjectId, frame: ObjectId | null): void {
    const known = this.#frames.get(id);
    if (known === (frame ?? undefined)) return;
    if (known !== undefined) this.#members.get(known)?.delete(id);
    if (frame === null) this.#frames.delete(id);
    else this.#enter(id, frame);
  }

  /**
   * These objects and all that lies in them, however deep; each once, what contains before what is contained. Two people who put two
   * frames into each other at once make a circle, which ends where it began.
   */
  withMembers(ids: Iterable<ObjectId>): readonly ObjectId[] {
    const all = new Set(ids);
    for (const id of all) for (const member of this.#members.get(id) ?? []) all.add(member);
    return [...all];
  }

  #enter(id: ObjectId, frame: ObjectId): void {
    this.#frames.set(id, frame);
    const members = this.#members.get(frame);
    if (members === undefined) this.#members.set(frame, new Set([id]));
    else members.add(id);
  }
}
