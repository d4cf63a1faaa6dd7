import type { Kysely, Selectable, Transaction } from 'kysely';
import type { PollId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import type { Logger } from '../logger.ts';
import type { SessionEventTable, StorageSchema, WorkshopTable } from './schema.ts';
import { StorageError } from './storage-error.ts';
import type { StoreDialect } from './store-dialect.ts';
import type {
  NewWorkshopRow,
  PendingEvent,
  SessionEffects,
  TransferRow,
  WorkshopRow,
  WorkshopStore,
} from './workshop-store.ts';

type Store = Kysely<StorageSchema> | Transaction<StorageSchema>;

export class KyselyWorkshopStore implements WorkshopStore {
  readonly #database: Kysely<StorageSchema>;
  readonly #dialect: StoreDialect;
  readonly #logger: Logger;

  constructor(database: Kysely<StorageSchema>, dialect: StoreDialect, logger: Logger) {
    this.#database = database;
    this.#dialect = dialect;
    this.#logger = logger;
  }

  async createWorkshop(workshop: NewWorkshopRow, first: PendingEvent): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await insertWorkshop(transaction, workshop);
      await insertEvents(transaction, workshop.id, numbered([first], 0));
    });
  }

  async workshop(id: WorkshopId): Promise<WorkshopRow | null> {
    const row = await this.#workshopRows().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : workshopOf(row);
  }

  async workshopByCode(code: string): Promise<WorkshopRow | null> {
    const row = await this.#workshopRows().where('code', '=', code).executeTakeFirst();
    return row === undefined ? null : workshopOf(row);
  }

  async workshops(): Promise<readonly WorkshopRow[]> {
    const rows = await this.#workshopRows().orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
    return rows.map(workshopOf);
  }

  async appendEvents(
    workshop: WorkshopId,
    after: number,
    events: readonly PendingEvent[],
    effects: SessionEffects = {},
  ): Promise<readonly SessionEvent[] | null> {
    const appended = await this.#database.transaction().execute(async (transaction) => {
      if (!(await advance(transaction, workshop, after, events.length))) return null;
      const rows = numbered(events, after);
      await insertEvents(transaction, workshop, rows);
      await this.#apply(transaction, workshop, effects);
      return rows;
    });
    if (appended !== null && endsPolls(effects)) await this.#forgetSealedBallots(workshop);
    return appended;
  }

  async eventsSince(workshop: WorkshopId, seq: number): Promise<readonly SessionEvent[]> {
    const rows = await this.#database
      .selectFrom('session_event')
      .selectAll()
      .where('workshop', '=', workshop)
      .where('seq', '>', seq)
      .orderBy('seq')
      .execute();
    return rows.map(eventOf);
  }

  async eventHeads(workshops: readonly WorkshopId[]): Promise<ReadonlyMap<WorkshopId, number>> {
    if (workshops.length === 0) return new Map();
    const rows = await this.#database
      .selectFrom('workshop')
      .select(['id', 'event_seq'])
      .where('id', 'in', workshops)
      .execute();
    return new Map(rows.map(({ id, event_seq }) => [id as WorkshopId, event_seq]));
  }

  async seatBySecret(workshop: WorkshopId, secretHash: string): Promise<SeatId | null> {
    const row = await this.#database
      .selectFrom('seat_secret')
      .select('seat')
      .where('workshop', '=', workshop)
      .where('secret_hash', '=', secretHash)
      .executeTakeFirst();
    return row === undefined ? null : (row.seat as SeatId);
  }

  async createTransfer({ tokenHash, workshop, seatId, expiresAt }: TransferRow): Promise<void> {
    await this.#database
      .insertInto('transfer')
      .values({ token_hash: tokenHash, workshop, seat: seatId, expires_at: expiresAt })
      .execute();
  }

  async redeemTransfer(tokenHash: string, newSecretHash: string, now: number): Promise<TransferRow | null> {
    return this.#database.transaction().execute(async (transaction) => {
      // Deleting is what makes it count once: of two at the same time, one finds nothing left to delete.
      const used = await transaction
        .deleteFrom('transfer')
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      if (used === undefined) return null;
      await deleteOtherLinks(transaction, used.workshop, used.seat, now);
      await setSecret(transaction, used.workshop, used.seat, newSecretHash);
      return {
        tokenHash: used.token_hash,
        workshop: used.workshop as WorkshopId,
        seatId: used.seat as SeatId,
        expiresAt: used.expires_at,
      };
    });
  }

  async #apply(
    transaction: Transaction<StorageSchema>,
    workshop: WorkshopId,
    { newSeatSecret, openedPoll, closedPolls = [], annulledPolls = [] }: SessionEffects,
  ): Promise<void> {
    if (newSeatSecret !== undefined) {
      await setSecret(transaction, workshop, newSeatSecret.seatId, newSeatSecret.secretHash);
    }
    if (openedPoll !== undefined) {
      await transaction.insertInto('poll').values({ id: openedPoll, workshop, status: 'open' }).execute();
    }
    await setPollStatus(transaction, workshop, closedPolls, 'closed');
    await setPollStatus(transaction, workshop, annulledPolls, 'annulled');
    const over = [...closedPolls, ...annulledPolls];
    if (over.length > 0) await this.#dialect.sealBallots(transaction, over);
  }

  /** The events are committed: whatever happens here must not look as if they were not. */
  async #forgetSealedBallots(workshop: WorkshopId): Promise<void> {
    try {
      await this.#dialect.forgetSealedBallots(this.#database);
    } catch (error) {
      this.#logger.warn('storage.ballot-traces-remain', { workshop, reason: String(error) });
    }
  }

  #workshopRows() {
    return this.#database.selectFrom('workshop').selectAll();
  }
}

const endsPolls = ({ closedPolls = [], annulledPolls = [] }: SessionEffects) =>
  closedPolls.length + annulledPolls.length > 0;

async function insertWorkshop(store: Store, workshop: NewWorkshopRow): Promise<void> {
  const inserted = await store
    .insertInto('workshop')
    .values({
      id: workshop.id,
      code: workshop.code,
      review_secret: workshop.reviewSecret,
      leader_secret: workshop.leaderSecret,
      created_at: workshop.createdAt,
      event_seq: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (inserted === undefined)
    throw new StorageError('conflict', 'The id or the code of the workshop is taken');
}

/** Takes the next sequences, unless another writer has taken them. Holds others off until the transaction ends. */
async function advance(store: Store, workshop: WorkshopId, after: number, by: number): Promise<boolean> {
  const advanced = await store
    .updateTable('workshop')
    .set({ event_seq: after + by })
    .where('id', '=', workshop)
    .where('event_seq', '=', after)
    .returning('id')
    .executeTakeFirst();
  if (advanced !== undefined) return true;
  const existing = await store
    .selectFrom('workshop')
    .select('id')
    .where('id', '=', workshop)
    .executeTakeFirst();
  if (existing === undefined) throw new StorageError('unknown-workshop', `There is no workshop ${workshop}`);
  return false;
}

const numbered = (events: readonly PendingEvent[], after: number): readonly SessionEvent[] =>
  events.map(({ at, by, happening }, index) => ({ ...happening, seq: after + index + 1, at, by }));

async function insertEvents(
  store: Store,
  workshop: WorkshopId,
  events: readonly SessionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await store
    .insertInto('session_event')
    .values(events.map((event) => eventRowOf(workshop, event)))
    .execute();
}

function eventRowOf(workshop: WorkshopId, event: SessionEvent): SessionEventTable {
  const { seq, at, by, type, ...data } = event;
  return { workshop, seq, at, by_seat: by, type, data: JSON.stringify(data) };
}

function eventOf({ seq, at, by_seat, type, data }: Selectable<SessionEventTable>): SessionEvent {
  // Written by `eventRowOf` from a checked event, so it has the form of one.
  return { ...(JSON.parse(data) as object), type, seq, at, by: by_seat } as SessionEvent;
}

const workshopOf = (row: Selectable<WorkshopTable>): WorkshopRow => ({
  id: row.id as WorkshopId,
  code: row.code,
  reviewSecret: row.review_secret,
  leaderSecret: row.leader_secret,
  createdAt: row.created_at,
});

async function setSecret(store: Store, workshop: string, seat: string, secretHash: string): Promise<void> {
  await store
    .insertInto('seat_secret')
    .values({ workshop, seat, secret_hash: secretHash })
    .onConflict((conflict) => conflict.columns(['workshop', 'seat']).doUpdateSet({ secret_hash: secretHash }))
    .execute();
}

/** The seat has moved: its other links are void with it. Those of others that are out of date go on the way. */
async function deleteOtherLinks(store: Store, workshop: string, seat: string, now: number): Promise<void> {
  await store
    .deleteFrom('transfer')
    .where((where) =>
      where.or([
        where.and([where('workshop', '=', workshop), where('seat', '=', seat)]),
        where('expires_at', '<=', now),
      ]),
    )
    .execute();
}

async function setPollStatus(
  store: Store,
  workshop: WorkshopId,
  polls: readonly PollId[],
  status: 'closed' | 'annulled',
): Promise<void> {
  if (polls.length === 0) return;
  await store
    .updateTable('poll')
    .set({ status })
    .where('workshop', '=', workshop)
    .where('id', 'in', polls)
    .execute();
}
