import * as Y from 'yjs';
import { gap, offence } from './inspection.ts';
import type { Strand, Struct } from './strands.ts';

interface Walker {
  readonly strand: Strand;
  /** The clock up to which the document, and after that the walk, has it. */
  reach: number;
  next: number;
}

/**
 * Visits the new structs of an update in an order in which Yjs could integrate them: what a struct refers to comes before it. What cannot
 * be brought into such an order is a gap or a circle, and would stay in the document's waiting list for ever.
 */
export class IntegrationOrder {
  readonly #walkers: ReadonlyMap<number, Walker>;
  readonly #doc: Y.Doc;

  constructor(doc: Y.Doc, strands: ReadonlyMap<number, Strand>) {
    this.#doc = doc;
    this.#walkers = new Map(
      [...strands].map(([client, strand]) => [client, { strand, reach: strand.known, next: 0 }]),
    );
  }

  visit(look: (struct: Y.Item | Y.GC) => void): void {
    for (const walker of this.#walkers.values()) this.#walk(walker, look);
  }

  #walk(first: Walker, look: (struct: Y.Item | Y.GC) => void): void {
    const path = [first];
    for (let walker = path.at(-1); walker !== undefined; walker = path.at(-1)) {
      const struct = walker.strand.structs[walker.next];
      const needed = struct === undefined ? null : this.#neededBefore(struct);
      if (needed !== null) {
        if (path.includes(needed)) throw offence('circle');
        path.push(needed);
        continue;
      }
      if (struct !== undefined) pass(walker, struct, look);
      // Back to the one that waited for this, or on when nobody did.
      if (struct === undefined || path.length > 1) path.pop();
    }
  }

  /** Yjs asks this of structs it has already, too. */
  #neededBefore(struct: Struct): Walker | null {
    if (!(struct instanceof Y.Item)) return null;
    const { origin, rightOrigin, parent } = struct;
    return (
      this.#missing(origin, struct) ??
      this.#missing(rightOrigin, struct) ??
      (parent instanceof Y.ID ? this.#missing(parent, struct) : null)
    );
  }

  /** The walker that has yet to bring `id`; `null` when it is here. */
  #missing(id: Y.ID | null, struct: Y.Item): Walker | null {
    if (id === null) return null;
    if (id.client === struct.id.client) {
      if (id.clock >= struct.id.clock) throw offence('refers to itself');
      return null;
    }
    const walker = this.#walkers.get(id.client);
    if (id.clock < (walker?.reach ?? Y.getState(this.#doc.store, id.client))) return null;
    if (walker === undefined || id.clock >= walker.strand.end) throw gap();
    return walker;
  }
}

function pass(walker: Walker, struct: Struct, look: (struct: Y.Item | Y.GC) => void): void {
  if (struct instanceof Y.Skip) throw gap();
  const end = struct.id.clock + struct.length;
  if (end > walker.strand.known) look(struct);
  walker.reach = Math.max(walker.reach, end);
  walker.next += 1;
}
