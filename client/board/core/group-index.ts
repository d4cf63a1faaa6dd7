import { groupOf, type BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** Which objects are taken hold of together, without looking at the whole page each time a hand comes down. */
export class GroupIndex {
  readonly #members = new Map<string, Set<ObjectId>>();
  readonly #groups = new Map<ObjectId, string>();

  /** `object`: what the id stands for now; `null` once it is gone. */
  update(id: ObjectId, object: BoardObject | null): void {
    const before = this.#groups.get(id);
    const now = object === null ? null : groupOf(object);
    if (before === (now ?? undefined)) return;
    if (before !== undefined) this.#leave(id, before);
    if (now !== null) this.#enter(id, now);
  }

  /** The object with all of its group. */
  together(id: ObjectId): readonly ObjectId[] {
    const group = this.#groups.get(id);
    return group === undefined ? [id] : [...(this.#members.get(group) ?? [id])];
  }

  #enter(id: ObjectId, group: string): void {
    this.#groups.set(id, group);
    const members = this.#members.get(group) ?? new Set();
    this.#members.set(group, members.add(id));
  }

  #leave(id: ObjectId, group: string): void {
    this.#groups.delete(id);
    const members = this.#members.get(group);
    members?.delete(id);
    if (members?.size === 0) this.#members.delete(group);
  }
}
