import type { ObjectId } from '#shared/kernel/ids.ts';

/** Which objects this person had a hand in, so that they are not told of their own changes. */
export class OwnChanges {
  #ids = new Set<ObjectId>();

  add(...ids: readonly ObjectId[]): void {
    for (const id of ids) this.#ids.add(id);
  }

  /** Those since it was last asked. */
  take(): ReadonlySet<ObjectId> {
    const taken = this.#ids;
    this.#ids = new Set();
    return taken;
  }
}
