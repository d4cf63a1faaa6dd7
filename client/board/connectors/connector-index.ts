import type { BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { boundTo } from './connector-ends.ts';

/** Which connectors are bound to an object, so that a move looks at those and at no others. */
export class ConnectorIndex {
  readonly #byObject = new Map<ObjectId, Set<ObjectId>>();
  readonly #ends = new Map<ObjectId, readonly ObjectId[]>();

  /** The connector as it is now; `null` once it is gone. */
  set(id: ObjectId, connector: BoardObject | null): void {
    for (const end of this.#ends.get(id) ?? []) this.#unbind(end, id);
    this.#ends.delete(id);
    if (connector?.kind !== 'connector') return;
    const ends = [boundTo(connector, 'from'), boundTo(connector, 'to')].filter((end) => end !== null);
    this.#ends.set(id, ends);
    for (const end of ends) this.#bind(end, id);
  }

  /** The connectors that follow an object. */
  of(object: ObjectId): Iterable<ObjectId> {
    return this.#byObject.get(object) ?? [];
  }

  #bind(object: ObjectId, connector: ObjectId): void {
    const bound = this.#byObject.get(object);
    if (bound === undefined) this.#byObject.set(object, new Set([connector]));
    else bound.add(connector);
  }

  #unbind(object: ObjectId, connector: ObjectId): void {
    const bound = this.#byObject.get(object);
    bound?.delete(connector);
    if (bound?.size === 0) this.#byObject.delete(object);
  }
}
