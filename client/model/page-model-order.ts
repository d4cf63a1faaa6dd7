import type { ObjectId } from '#shared/kernel/ids.ts';
import { orderKeyAtEnd, orderKeysBetween, type OrderKey } from '#shared/kernel/order-key.ts';
import { keysAbout, type Place } from './page-model-order-room.ts';

/** The ids of what is on the page, in order, kept sorted as objects come, go and move: O(log n) to find, one copy to show. */
export class PageOrder {
  #places: Place[] = [];
  readonly #known = new Map<string, Place>();
  #ids: readonly ObjectId[] | null = [];

  /** The same array until something comes, goes or moves. */
  get ids(): readonly ObjectId[] {
    return (this.#ids ??= this.#places.map(({ id }) => id));
  }

  /** So many keys after everything there is. */
  keysAtEnd(count: number): readonly OrderKey[] {
    if (count === 0) return [];
    const first = orderKeyAtEnd(this.#places.map(({ order }) => order));
    return [first, ...orderKeysBetween(first, null, count - 1)];
  }

  /**
   * The keys that put an object ahead of another, or last (`null`): none when it is there already, or when either has gone. Most often
   * the object's own is enough. Where people have added or moved at once, neighbours may share a key and leave no room between them, and
   * where they have moved often only long keys fit; then those neighbours get new ones too, and stay in the order they are seen in.
   */
  keysToMove(id: ObjectId, before: ObjectId | null): ReadonlyMap<ObjectId, OrderKey> {
    const from = this.#places.findIndex((place) => place.id === id);
    const others = this.#places.filter((place) => place.id !== id);
    const to = before === null ? others.length : others.findIndex((place) => place.id === before);
    if (from === -1 || to === -1 || to === from) return new Map();
    return keysAbout(id, others, to);
  }

  /** Puts an object where its key says, or takes it away (`null`); returns whether that changed anything. */
  place(id: ObjectId, order: OrderKey | null): boolean {
    const known = this.#known.get(id);
    if ((known?.order ?? null) === order) return false;
    if (known !== undefined) this.#remove(known);
    if (order !== null) this.#insert({ id, order });
    this.#ids = null;
    return true;
  }

  #insert(place: Place): void {
    this.#places.splice(this.#indexOf(place), 0, place);
    this.#known.set(place.id, place);
  }

  #remove(place: Place): void {
    this.#places.splice(this.#indexOf(place), 1);
    this.#known.delete(place.id);
  }

  /** Index of the first place that is not before this one. */
  #indexOf(place: Place): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = this.#places[middle];
      if (at !== undefined && isBefore(at, place)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const isBefore = (a: Place, b: Place): boolean => a.order < b.order || (a.order === b.order && a.id < b.id);
