import type * as Y from 'yjs';
import { itemsOf, standingText } from './characters.ts';

interface Place {
  readonly client: number;
  readonly clock: number;
}

/**
 * Characters under a new name. Undoing a refused edit writes anew what that edit had deleted, as the server; whose the words are does
 * not change by it.
 */
export class SameCharacters {
  readonly #clocks = new Map<number, Set<number>>();

  has(client: number, clock: number): boolean {
    return this.#clocks.get(client)?.has(clock) === true;
  }

  /** The text says the same as before, character by character: those for whom `matters` said so are the ones that stand there now. */
  carryOver(
    before: readonly Place[],
    after: readonly Place[],
    matters: (client: number, clock: number) => boolean,
  ): void {
    if (before.length !== after.length) return;
    for (const [index, { client, clock }] of after.entries()) {
      const old = before[index];
      if (old === undefined || !matters(old.client, old.clock)) continue;
      const clocks = this.#clocks.get(client) ?? new Set<number>();
      this.#clocks.set(client, clocks.add(clock));
    }
  }
}

/** Where a character of the text is in the items for which `stood` says so; their content must not have been collected. */
export const placesIn = (text: Y.Text, stood: (item: Y.Item) => boolean): readonly Place[] =>
  [...itemsOf(text)].flatMap((item) => {
    const length = stood(item) ? standingText(item).length : 0;
    return Array.from({ length }, (_, offset) => ({ client: item.id.client, clock: item.id.clock + offset }));
  });
