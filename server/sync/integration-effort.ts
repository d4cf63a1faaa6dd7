import * as Y from 'yjs';
import type { Place } from './places.ts';

interface Crowd {
  /** New items with one left neighbour, so far. */
  size: number;
  last: Y.ID;
}

/**
 * How many items Yjs will step over to find the places of new ones. It scans from the left neighbour an item knew to the right one,
 * over whatever has come between: honest items have little between them, while 30 kB can be made to scan for seconds.
 */
export class IntegrationEffort {
  #steps = 0;
  readonly #crowds = new Map<string, Crowd>();
  /** Where in the document the place of a new item ends, by the item's id. */
  readonly #ends = new Map<string, Y.Item | null>();
  readonly #doc: Y.Doc;
  readonly #max: number;

  /** Counting ends soon after `max`. */
  constructor(doc: Y.Doc, max: number) {
    this.#doc = doc;
    this.#max = max;
  }

  get steps(): number {
    return this.#steps;
  }

  get isTooMuch(): boolean {
    return this.#steps > this.#max;
  }

  add(item: Y.Item, place: Place): void {
    if (this.isTooMuch) return;
    this.#steps += this.#newBetween(item, place);
    const end = this.#endOf(item);
    if (item.origin !== null) this.#walk(this.#known(item.origin)?.right, 'right', end);
    else if (place.key !== null) this.#walk(place.type?._map.get(place.key), 'left', null);
    else this.#walk(place.type?._start, 'right', end);
  }

  /** Typing again and again at one spot puts each item directly before the last: nothing lies between. */
  #newBetween(item: Y.Item, place: Place): number {
    const left = item.origin === null ? place.name : `after ${item.origin.client}:${item.origin.clock}`;
    const crowd = this.#crowds.get(left);
    this.#crowds.set(left, { size: (crowd?.size ?? 0) + 1, last: item.id });
    return crowd === undefined || Y.compareIDs(crowd.last, item.rightOrigin) ? 0 : crowd.size;
  }

  /** The first item of the document to the right of it; one directly before another new item shares that one's. */
  #endOf({ id, rightOrigin }: Y.Item): Y.Item | null {
    const end =
      rightOrigin === null ? null : (this.#ends.get(nameOf(rightOrigin)) ?? this.#known(rightOrigin));
    this.#ends.set(nameOf(id), end);
    return end;
  }

  #walk(from: Y.Item | null | undefined, side: 'left' | 'right', end: Y.Item | null): void {
    for (let item = from ?? null; item !== null && item !== end && !this.isTooMuch; item = item[side])
      this.#steps += 1;
  }

  /** The item of the document that holds the id; `null` for what is new, or has been collected. */
  #known(id: Y.ID): Y.Item | null {
    const structs = this.#doc.store.clients.get(id.client);
    if (structs === undefined || id.clock >= Y.getState(this.#doc.store, id.client)) return null;
    const struct = structs[Y.findIndexSS(structs, id.clock)];
    return struct instanceof Y.Item ? struct : null;
  }
}

const nameOf = ({ client, clock }: Y.ID): string => `${client}:${clock}`;
