import * as Y from 'yjs';
import type { Writer } from '#shared/protocol/history.ts';
import type { LogRow } from '#server/storage/update-log.ts';

/** Who writes when no seat does. */
const SERVER = 'server';

interface Doubt {
  readonly client: number;
  /** The row that does not fit. */
  readonly seq: number;
}

/**
 * Whose each client id is. The claims in the log say so, and every row has to agree, since it carries the seat it came from: of an id that
 * turns up in somebody else's row nothing is said. The page's first content has no claim: it is the server's.
 */
export class WriterOf {
  readonly #owners: ReadonlyMap<number, string>;
  readonly #doubts = new Map<number, Doubt>();

  constructor(owners: ReadonlyMap<number, string>) {
    this.#owners = owners;
  }

  check({ seq, seat, kind, update }: LogRow): void {
    for (const client of Y.parseUpdateMeta(update).from.keys()) {
      const owner = this.#ownerOf(client);
      // What undid a refused edit is the server's, and stands in the same row.
      const fits = owner === seat || (kind === 'revert' && owner === SERVER);
      if (!fits && !this.#doubts.has(client)) this.#doubts.set(client, { client, seq });
    }
  }

  of(client: number): Writer {
    return this.#doubts.has(client) ? null : this.#ownerOf(client);
  }

  doubts(): Iterable<Doubt> {
    return this.#doubts.values();
  }

  #ownerOf(client: number): string {
    return this.#owners.get(client) ?? SERVER;
  }
}
