import * as Y from 'yjs';
import { OBJECTS } from '#shared/content/page-document.ts';
import { gap, offence } from './inspection.ts';
import { structAt, type Strand } from './strands.ts';

/** A list of siblings in the document's tree: the elements of a type, or the values one key of it has had. */
export interface Place {
  /** Equal for equal places. */
  readonly name: string;
  /** How many types it lies within: 0 in the root. */
  readonly depth: number;
  readonly key: string | null;
  /** The type as the document has it; `null` for one that comes with the update. */
  readonly type: PlacedType | null;
}

export interface PlacedType {
  readonly _start: Y.Item | null;
  readonly _map: ReadonlyMap<string, Y.Item>;
}

/** Where what has been collected went: nowhere. Yjs collects what comes after it at once. */
export const NOWHERE: Place = { name: '', depth: 0, key: null, type: null };

/** Finds the places of new items before they are integrated, from what they refer to. Asked in the order of integration. */
export class Places {
  readonly #new = new Map<Y.Item, Place>();
  readonly #doc: Y.Doc;
  readonly #strands: ReadonlyMap<number, Strand>;

  constructor(doc: Y.Doc, strands: ReadonlyMap<number, Strand>) {
    this.#doc = doc;
    this.#strands = strands;
  }

  of(item: Y.Item): Place {
    const place = this.#find(item);
    this.#new.set(item, place);
    return place;
  }

  #find(item: Y.Item): Place {
    const neighbour = item.origin ?? item.rightOrigin;
    if (neighbour !== null) return this.#placeAt(neighbour);
    // Yjs leaves a string here until the item is integrated, whatever its types say.
    const parent: unknown = item.parent;
    if (parent instanceof Y.ID) return this.#within(parent, item.parentSub);
    if (parent !== OBJECTS) throw offence('root');
    return makePlace(OBJECTS, 0, item.parentSub, this.#doc.getMap(OBJECTS));
  }

  #within(parent: Y.ID, key: string | null): Place {
    const { depth } = this.#placeAt(parent);
    return makePlace(nameOf(parent), depth + 1, key, this.#typeAt(parent));
  }

  #placeAt(id: Y.ID): Place {
    const strand = this.#strands.get(id.client);
    if (strand === undefined || id.clock < strand.known) return storedPlace(this.#stored(id));
    const struct = structAt(strand, id.clock);
    return (struct instanceof Y.Item ? this.#new.get(struct) : undefined) ?? NOWHERE;
  }

  #typeAt(id: Y.ID): PlacedType | null {
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return null;
    const struct = this.#stored(id);
    return struct instanceof Y.Item && struct.content instanceof Y.ContentType ? struct.content.type : null;
  }

  #stored(id: Y.ID): Y.Item | Y.GC {
    const structs = this.#doc.store.clients.get(id.client) ?? [];
    const struct = structs.length === 0 ? undefined : structs[Y.findIndexSS(structs, id.clock)];
    if (struct === undefined) throw gap();
    return struct;
  }
}

function storedPlace(struct: Y.Item | Y.GC): Place {
  if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return NOWHERE;
  const type = struct.parent;
  const name = type._item === null ? OBJECTS : nameOf(type._item.id);
  return makePlace(name, depthOf(type._item), struct.parentSub, type);
}

const makePlace = (parent: string, depth: number, key: string | null, type: PlacedType | null): Place => ({
  name: key === null ? parent : `${parent}/${key}`,
  depth,
  key,
  type,
});

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`;

function depthOf(item: Y.Item | null): number {
  let depth = 0;
  for (let at = item; at !== null; at = at.parent instanceof Y.AbstractType ? at.parent._item : null)
    depth += 1;
  return depth;
}
