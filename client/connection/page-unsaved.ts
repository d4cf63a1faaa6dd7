import type { Touched } from './page-touched.ts';

/**
 * The changes that are not known to be in the server's log. One change is one field of one object (or the coming of one), however many
 * keystrokes went into it: that is what a person means by "three changes".
 */
export class UnsavedChanges {
  /** Name of the field → number of the latest local update that changed it. */
  readonly #latest = new Map<string, number>();

  get count(): number {
    return this.#latest.size;
  }

  get names(): readonly string[] {
    return [...this.#latest.keys()];
  }

  /** Notes what local update number `n` changed. */
  add(touched: readonly Touched[], n: number): void {
    for (const { id, key } of touched) this.#latest.set(`${id}/${key ?? ''}`, n);
  }

  /** Takes over what an earlier visit left unsaved, to be acknowledged with local update number `n`. */
  adopt(names: readonly string[], n: number): void {
    for (const name of names) if (!this.#latest.has(name)) this.#latest.set(name, n);
  }

  /** Everything up to local update number `n` is in the log. */
  saved(n: number): void {
    for (const [name, latest] of this.#latest) if (latest <= n) this.#latest.delete(name);
  }

  clear(): void {
    this.#latest.clear();
  }
}
