import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import type { Access } from '#shared/session/permission.ts';
import type { Logger } from '#server/logger.ts';
import type { Connection } from './connection.ts';
import type { SyncAuthority } from './sync-port.ts';

interface Watched {
  readonly page: string;
  readonly connection: Connection;
  /** Checks of one connection follow one another, so that the last word is the newest. */
  checked: Promise<void>;
}

/**
 * Keeps what every connection may do in step with the session. The answer is kept between changes; after one it is asked anew for
 * every open connection of the workshop, and for those that are just being opened.
 */
export class AccessWatch {
  readonly #byWorkshop = new Map<WorkshopId, Set<Watched>>();
  #changes = 0;
  #signOuts = 0;
  readonly #authority: SyncAuthority;
  readonly #logger: Logger;

  constructor(authority: SyncAuthority, logger: Logger) {
    this.#authority = authority;
    this.#logger = logger;
  }

  /**
   * What the seat may do now: `join` is called with it before anything can have changed again, and what it returns is watched from then on.
   * `join` is not called when there is nothing to read.
   */
  async admit(
    workshop: WorkshopId,
    page: string,
    seat: SeatId,
    join: (access: Access) => Connection | null,
  ): Promise<'joined' | 'unknown' | 'forbidden'> {
    for (;;) {
      const changes = this.#changes;
      const access = await this.#authority.access(workshop, page, seat);
      if (changes !== this.#changes) continue;
      if (access === null || access.reason === 'unknown-page') return 'unknown';
      if (!access.read) return 'forbidden';
      const connection = join(access);
      if (connection !== null) this.#watch(workshop, page, connection);
      return 'joined';
    }
  }

  /** Resolves when every open connection of the workshop has been told what it may do from now on, or has been closed. */
  async changed(workshop: WorkshopId): Promise<void> {
    this.#changes += 1;
    const watched = [...(this.#byWorkshop.get(workshop) ?? [])];
    await Promise.all(watched.map((each) => this.#checkAgain(workshop, each)));
  }

  /** How often a seat has been signed out so far. */
  get signOuts(): number {
    return this.#signOuts;
  }

  /** Closes what is open under the seat's former cookie. */
  signOut(workshop: WorkshopId, seat: SeatId): void {
    this.#signOuts += 1;
    for (const { connection } of [...(this.#byWorkshop.get(workshop) ?? [])])
      if (connection.seat === seat) connection.refuse(CLOSE.notSignedIn, 'signed out');
  }

  forget(workshop: WorkshopId, connection: Connection): void {
    const all = this.#byWorkshop.get(workshop);
    for (const each of all ?? []) if (each.connection === connection) all?.delete(each);
    if (all?.size === 0) this.#byWorkshop.delete(workshop);
  }

  #watch(workshop: WorkshopId, page: string, connection: Connection): void {
    const all = this.#byWorkshop.get(workshop) ?? new Set<Watched>();
    all.add({ page, connection, checked: Promise.resolve() });
    this.#byWorkshop.set(workshop, all);
  }

  #checkAgain(workshop: WorkshopId, watched: Watched): Promise<void> {
    watched.checked = watched.checked.then(() => this.#check(workshop, watched));
    return watched.checked;
  }

  /** Never rejects. What cannot be found out is not allowed: the client may come back and ask. */
  async #check(workshop: WorkshopId, { page, connection }: Watched): Promise<void> {
    if (!connection.isOpen) return;
    try {
      const access = await this.#authority.access(workshop, page, connection.seat);
      if (access === null || access.reason === 'unknown-page') connection.refuse(CLOSE.unknownPage, 'page');
      else connection.changeAccess(access);
    } catch (error) {
      this.#logger.error('sync-access-failed', { workshop, error: String(error) });
      connection.close(CLOSE.tryAgain);
    }
  }
}
