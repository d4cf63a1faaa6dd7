import type { ObjectId } from '#shared/kernel/ids.ts';

type Watcher = (ids: readonly ObjectId[]) => void;

/** Those who keep an index over the whole page. */
export class PageWatchers {
  readonly #watchers = new Set<Watcher>();

  /** Returns how to stop. */
  add(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  tell(ids: readonly ObjectId[]): void {
    for (const watcher of this.#watchers) watcher(ids);
  }
}
