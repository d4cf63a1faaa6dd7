import type { Kysely, Transaction } from 'kysely';
import type { PollId, RandomBytes } from '#shared/kernel/ids.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { StorageSchema } from './schema.ts';
import { StorageError } from './storage-error.ts';
import type { StoreDialect } from './store-dialect.ts';
import type { BallotStore, CastBallot, CastOutcome, StoredBallotStatus } from './workshop-store.ts';

type CastTransaction = Transaction<StorageSchema>;

const BALLOT_ID_BYTES = 16;

export class KyselyBallotStore implements BallotStore {
  readonly #database: Kysely<StorageSchema>;
  readonly #dialect: StoreDialect;
  readonly #random: RandomBytes;

  constructor(database: Kysely<StorageSchema>, dialect: StoreDialect, random: RandomBytes) {
    this.#database = database;
    this.#dialect = dialect;
    this.#random = random;
  }

  async cast(cast: CastBallot): Promise<CastOutcome> {
    return this.#database.transaction().execute(async (transaction) => {
      const open = await this.#isOpen(transaction, cast.poll);
      // Before the status: a phone that retries after a lost reply learns that its ballot counts, closed or not.
      if (await isKnownSubmission(transaction, cast)) return { kind: 'repeated' };
      if (!open) return { kind: 'poll-not-open' };
      // The receipt's key decides between two tabs: the second waits here for the first and then finds it.
      if (await insertReceipt(transaction, cast)) {
        await this.#insertBallot(transaction, cast);
        return { kind: 'received', replaced: false };
      }
      return this.#castAgain(transaction, cast);
    });
  }

  async status(poll: PollId, voter: string): Promise<StoredBallotStatus> {
    const row = await this.#database
      .selectFrom('poll_receipt as receipt')
      .leftJoin('ballot_named as ballot', (join) =>
        join.onRef('ballot.poll', '=', 'receipt.poll').onRef('ballot.voter', '=', 'receipt.voter'),
      )
      .select(['receipt.submission_id', 'ballot.value'])
      .where('receipt.poll', '=', poll)
      .where('receipt.voter', '=', voter)
      .executeTakeFirst();
    if (row === undefined) return { received: false, submissionId: null, ballot: null };
    const ballot = row.value === null ? null : ballotOf(row.value);
    return { received: true, submissionId: row.submission_id, ballot };
  }

  async received(poll: PollId): Promise<number> {
    const { count } = await this.#database
      .selectFrom('poll_receipt')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('poll', '=', poll)
      .executeTakeFirstOrThrow();
    return count;
  }

  async ballots(
    poll: PollId,
  ): Promise<readonly { readonly voter: string | null; readonly ballot: Ballot }[]> {
    return this.#database.transaction().execute(async (transaction) => {
      await assertClosed(transaction, poll);
      const named = await transaction
        .selectFrom('ballot_named')
        .select(['voter', 'value'])
        .where('poll', '=', poll)
        .orderBy('voter')
        .execute();
      // In the order of what they say: ballots that say the same cannot be told apart, so nothing is left to read from it.
      const secret = await transaction
        .selectFrom('ballot_secret')
        .select('value')
        .where('poll', '=', poll)
        .orderBy('value')
        .execute();
      return [
        ...named.map(({ voter, value }) => ({ voter, ballot: ballotOf(value) })),
        ...secret.map(({ value }) => ({ voter: null, ballot: ballotOf(value) })),
      ];
    });
  }

  async #isOpen(transaction: CastTransaction, poll: PollId): Promise<boolean> {
    const query = transaction.selectFrom('poll').select('status').where('id', '=', poll);
    const row = await this.#dialect.locked(query, 'shared').executeTakeFirst();
    return row?.status === 'open';
  }

  /** Two tabs that change one ballot take turns. */
  async #lockReceipt(transaction: CastTransaction, { poll, voter }: CastBallot): Promise<void> {
    const query = transaction
      .selectFrom('poll_receipt')
      .select('voter')
      .where('poll', '=', poll)
      .where('voter', '=', voter);
    await this.#dialect.locked(query, 'for-update').execute();
  }

  async #insertBallot(
    transaction: CastTransaction,
    { poll, voter, secret, ballot }: CastBallot,
  ): Promise<void> {
    const value = JSON.stringify(ballot);
    if (secret) {
      const ballotId = Buffer.from(this.#random(BALLOT_ID_BYTES)).toString('hex');
      await transaction.insertInto('ballot_secret').values({ poll, ballot_id: ballotId, value }).execute();
    } else {
      await transaction.insertInto('ballot_named').values({ poll, voter, value }).execute();
    }
  }

  async #castAgain(transaction: CastTransaction, cast: CastBallot): Promise<CastOutcome> {
    await this.#lockReceipt(transaction, cast);
    // Looked up once more: the receipt that was in the way may be of this very submission, sent twice at the same time.
    if (await isKnownSubmission(transaction, cast)) return { kind: 'repeated' };
    if (cast.secret) return { kind: 'already-voted' };
    await replaceBallot(transaction, cast);
    return { kind: 'received', replaced: true };
  }
}

/** Also true of a submission that a later one has replaced: it was received, and its time is over. */
async function isKnownSubmission(
  transaction: CastTransaction,
  { poll, voter, submissionId }: CastBallot,
): Promise<boolean> {
  const current = await transaction
    .selectFrom('poll_receipt')
    .select('submission_id')
    .where('poll', '=', poll)
    .where('voter', '=', voter)
    .executeTakeFirst();
  if (current === undefined || current.submission_id === submissionId) return current !== undefined;
  const superseded = await transaction
    .selectFrom('superseded_submission')
    .select('submission_id')
    .where('poll', '=', poll)
    .where('voter', '=', voter)
    .where('submission_id', '=', submissionId)
    .executeTakeFirst();
  return superseded !== undefined;
}

/** False when the voter has one already. */
async function insertReceipt(
  transaction: CastTransaction,
  { poll, voter, submissionId }: CastBallot,
): Promise<boolean> {
  const inserted = await transaction
    .insertInto('poll_receipt')
    .values({ poll, voter, submission_id: submissionId })
    .onConflict((conflict) => conflict.columns(['poll', 'voter']).doNothing())
    .returning('poll')
    .executeTakeFirst();
  return inserted !== undefined;
}

async function replaceBallot(
  transaction: CastTransaction,
  { poll, voter, submissionId, ballot }: CastBallot,
): Promise<void> {
  await transaction
    .insertInto('superseded_submission')
    .columns(['poll', 'voter', 'submission_id'])
    .expression((from) =>
      from
        .selectFrom('poll_receipt')
        .select(['poll', 'voter', 'submission_id'])
        .where('poll', '=', poll)
        .where('voter', '=', voter),
    )
    .execute();
  await transaction
    .updateTable('poll_receipt')
    .set({ submission_id: submissionId })
    .where('poll', '=', poll)
    .where('voter', '=', voter)
    .execute();
  await transaction
    .updateTable('ballot_named')
    .set({ value: JSON.stringify(ballot) })
    .where('poll', '=', poll)
    .where('voter', '=', voter)
    .execute();
}

/** Nobody reads a ballot before the poll is closed; asking for it is a bug. */
async function assertClosed(transaction: CastTransaction, poll: PollId): Promise<void> {
  const row = await transaction.selectFrom('poll').select('status').where('id', '=', poll).executeTakeFirst();
  if (row?.status !== 'closed')
    throw new StorageError('failed', `Poll ${poll} is ${row?.status ?? 'unknown'}`);
}

const ballotOf = (value: string): Ballot => JSON.parse(value) as Ballot;
