import type { Result } from '#shared/kernel/result.ts';

/** Commits the items together; one outcome per item, in their order. Rejects when nothing of the group was committed. */
export type CommitGroup<Item, Outcome> = (
  items: readonly Item[],
) => Promise<readonly Result<Outcome, Error>[]>;

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/** Bounds how long the first item of a group waits for the last one's rows to be written. */
const MOST_ITEMS_PER_COMMIT = 64;

/**
 * What arrives while a commit is under way waits and shares the next one, so that a disk sync is paid per group and not
 * per item. An idle store commits at once, with all that one turn of the event loop has
 * brought: no timer, the commit itself is the window. Items are committed in the order
 * they came.
 */
export class GroupCommit<Item, Outcome> {
  readonly #commit: CommitGroup<Item, Outcome>;
  #waiting: Waiting<Item, Outcome>[] = [];
  #draining: Promise<void> | null = null;

  constructor(commit: CommitGroup<Item, Outcome>) {
    this.#commit = commit;
  }

  add(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#draining ??= this.#drain();
    });
  }

  /** Resolves when everything added so far is settled. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    // Once round the event loop: what has come in over all sockets by now goes into the same commit.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      await this.#commitNext(this.#waiting.splice(0, MOST_ITEMS_PER_COMMIT));
    }
    this.#draining = null;
  }

  async #commitNext(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.#commit(group.map(({ item }) => item));
      for (const [index, waiting] of group.entries()) settle(waiting, outcomes[index]);
    } catch (error) {
      for (const waiting of group) waiting.reject(error);
    }
  }
}

function settle<Item, Outcome>(waiting: Waiting<Item, Outcome>, outcome: Result<Outcome, Error> | undefined) {
  if (outcome?.ok) waiting.resolve(outcome.value);
  else waiting.reject(outcome?.error ?? new Error('A commit left out the outcome of an item'));
}
