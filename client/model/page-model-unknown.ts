import * as Y from 'yjs';
import { isKind } from '#shared/content/board-object.ts';

/** What lies on the page and is of no kind that this version knows: made by a newer one, while this tab has been open. */
export class UnknownKinds {
  readonly #ids = new Set<string>();

  get count(): number {
    return this.#ids.size;
  }

  /** Looks at an object that has changed, come or gone; returns whether it made a difference. */
  look(id: string, map: unknown): boolean {
    const before = this.#ids.size;
    if (isUnknown(map)) this.#ids.add(id);
    else this.#ids.delete(id);
    return this.#ids.size !== before;
  }
}

const isUnknown = (map: unknown): boolean =>
  map instanceof Y.Map &&
  typeof map.get('kind') === 'string' &&
  !isKind(map.get('kind')) &&
  typeof map.get('deletedAt') !== 'number';
