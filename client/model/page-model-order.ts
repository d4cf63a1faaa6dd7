import type { ObjectId } from '#shared/kernel/ids.ts';
import { orderKeyBetween, type OrderKey } from '#shared/kernel/order-key.ts';

interface Place {
  readonly id: ObjectId;
  readonly order: OrderKey;
}

/** The ids of what is on the page, in order, kept sorted as objects come, go and move: O(log n) to find, one copy to show. */
export class PageOrder {
  #places: Place[] = [];
  readonly #known = new Map<string, Place>();
  #ids: readonly ObjectId[] | null = [];

  /** The same array until something comes, goes or moves. */
  get ids(): readonly ObjectId[] {
    return (this.#ids ??= this.#places.map(({ id }) => id));
  }

  /** A key after the last one that is a key at all: another program may have left one that ours cannot reckon with. */
  keyAtEnd(): OrderKey {
    for (let i = this.#places.length - 1; i >= 0; i -= 1) {
      const key = keyAfter(this.#places[i]?.order ?? '');
      if (key !== null) return key;
    }
    return orderKeyBetween(null, null);
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

function keyAfter(order: OrderKey): OrderKey | null {
  try {
    return orderKeyBetween(order, null);
  } catch {
    return null;
  }
}
