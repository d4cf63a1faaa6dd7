/** Who writes when no seat does: templates, results, reverts. */
export const SERVER = 'server';

/**
 * Which seat each client id of a page belongs to. Yjs orders and recognises writes by client id, so two people under one id would part
 * the replicas for good and unnoticed; an id therefore never changes hands. Seats are kept in the log with the first
 * write; an id that is only seen in presence is reserved, so that nobody who sees it there can take it first.
 */
export class ClientOwners {
  readonly #written: Map<number, string>;
  readonly #reserved = new Map<number, string>();
  readonly #counts = new Map<string, number>();

  constructor(stored: ReadonlyMap<number, string>) {
    this.#written = new Map(stored);
    for (const seat of stored.values()) this.#count(seat);
  }

  of(client: number): string | undefined {
    return this.#written.get(client) ?? this.#reserved.get(client);
  }

  hasWritten(client: number): boolean {
    return this.#written.has(client);
  }

  /** How many ids the seat has on this page. */
  countOf(seat: string): number {
    return this.#counts.get(seat) ?? 0;
  }

  /** Keeps the id for the seat until the room leaves memory. Says no when it is somebody else's or the seat has `max` ids already. */
  reserve(client: number, seat: string, max: number): boolean {
    const owner = this.of(client);
    if (owner !== undefined) return owner === seat;
    if (this.countOf(seat) >= max) return false;
    this.#reserved.set(client, seat);
    this.#count(seat);
    return true;
  }

  /** The id writes for the first time: the caller puts the claim into the log with that write. */
  claim(client: number, seat: string): void {
    if (!this.#reserved.delete(client)) this.#count(seat);
    this.#written.set(client, seat);
  }

  /** What the log says, which another server may have written. */
  learn(owners: ReadonlyMap<number, string>): void {
    for (const [client, seat] of owners) if (!this.#written.has(client)) this.claim(client, seat);
  }

  #count(seat: string): void {
    this.#counts.set(seat, this.countOf(seat) + 1);
  }
}
