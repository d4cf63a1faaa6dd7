import type { BoardObject } from '#shared/content/board-object.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** Pictures kept for painting, the last used; the browser keeps their pixels only as long as it likes. */
const KEPT = 60;

interface Fetched {
  readonly image: HTMLImageElement;
  isThere: boolean;
  /** Who is to be painted again once it is there. */
  readonly waiting: Set<ObjectId>;
}

/** Pictures for a canvas, which cannot wait: what is not there yet is fetched, and told of when it is. */
export class FetchedPictures {
  readonly #addressOf: (object: BoardObject) => string | null;
  readonly #onFetched: (ids: Iterable<ObjectId>) => void;
  /** By address, the longest unused first. */
  readonly #known = new Map<string, Fetched>();

  constructor(
    addressOf: (object: BoardObject) => string | null,
    onFetched: (ids: Iterable<ObjectId>) => void,
  ) {
    this.#addressOf = addressOf;
    this.#onFetched = onFetched;
  }

  of(object: BoardObject): HTMLImageElement | null {
    const address = this.#addressOf(object);
    if (address === null) return null;
    const fetched = this.#known.get(address) ?? this.#fetch(address);
    this.#known.delete(address);
    this.#known.set(address, fetched);
    if (fetched.isThere) return fetched.image;
    fetched.waiting.add(object.id);
    return null;
  }

  #fetch(address: string): Fetched {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= KEPT && oldest !== undefined) this.#known.delete(oldest);
    const image = new Image();
    const fetched: Fetched = { image, isThere: false, waiting: new Set() };
    image.onload = () => {
      fetched.isThere = true;
      this.#onFetched(fetched.waiting);
    };
    image.src = address;
    return fetched;
  }
}
