import { sql, type Kysely, type Transaction } from 'kysely';
import { must } from '#shared/kernel/assert.ts';
import type { CommitAppends } from '../kysely-update-log.ts';
import type { StorageSchema } from '../schema.ts';
import type { LogAppend } from '../update-log.ts';
import { planAppends, type AppendPlan, type Claim, type LockedDocuments } from './plan-appends.ts';
import { wasCommitted } from './was-committed.ts';

type Store = Transaction<StorageSchema>;

/** What a transaction has done when only its commit is left. */
interface Prepared {
  readonly plan: AppendPlan;
  readonly transactionId: string;
}

/**
 * A group is one transaction. It locks the rows of its documents until it is committed, so that sequences are dense and
 * in the order of commits whichever server writes: who sees k and k+2 knows that k+1 is missing.
 */
export function postgresCommitAppends(database: Kysely<StorageSchema>): CommitAppends {
  return async (group) => {
    let prepared: Prepared | null = null;
    try {
      await database.transaction().execute(async (transaction) => {
        prepared = await prepare(transaction, group);
      });
    } catch (error) {
      // When the connection breaks during the commit, only the database knows whether it took place.
      if (!(await mayHaveCommitted(database, prepared))) throw error;
    }
    return must<Prepared>(prepared, 'a plan, since it was committed').plan.outcomes;
  };
}

async function mayHaveCommitted(
  database: Kysely<StorageSchema>,
  prepared: Prepared | null,
): Promise<boolean> {
  return prepared !== null && (await wasCommitted(database, prepared.transactionId));
}

async function prepare(transaction: Store, group: readonly (readonly LogAppend[])[]): Promise<Prepared> {
  const plan = planAppends(group, await lockDocuments(transaction, group.flat()));
  await insertRows(transaction, plan.rows);
  await insertClaims(transaction, plan.claims);
  await advance(transaction, plan.sequences);
  return { plan, transactionId: await idOf(transaction) };
}

async function lockDocuments(transaction: Store, appends: readonly LogAppend[]): Promise<LockedDocuments> {
  const documents = [...new Set(appends.map(({ document }) => document))];
  const rows = await transaction
    .selectFrom('document')
    .select(['id', 'seq'])
    .where(sql<boolean>`id = any(${documents}::text[])`)
    // Everyone locks in the same order, so that two servers never wait for each other.
    .orderBy('id')
    .forUpdate()
    .execute();
  const claims = appends.flatMap(({ document, claims }) => claims.map((claim) => ({ document, ...claim })));
  return {
    sequences: new Map(rows.map(({ id, seq }) => [id, seq])),
    owners: await ownersOf(transaction, claims),
  };
}

async function ownersOf(transaction: Store, claims: readonly Claim[]): Promise<readonly Claim[]> {
  if (claims.length === 0) return [];
  const { rows } = await sql<Claim>`
    SELECT document, client, seat FROM client_owner
    JOIN unnest(
      ${claims.map(({ document }) => document)}::text[],
      ${claims.map(({ client }) => client)}::bigint[]
    ) AS claimed (document, client) USING (document, client)`.execute(transaction);
  return rows;
}

/** Arrays rather than lists of values: one form of the statement, and no limit on how many rows. */
async function insertRows(transaction: Store, rows: AppendPlan['rows']): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO document_update (document, seq, at, seat, kind, data)
    SELECT * FROM unnest(
      ${rows.map(({ document }) => document)}::text[],
      ${rows.map(({ seq }) => seq)}::bigint[],
      ${rows.map(({ at }) => at)}::bigint[],
      ${rows.map(({ seat }) => seat)}::text[],
      ${rows.map(({ kind }) => kind)}::text[],
      ${rows.map(({ update }) => asBuffer(update))}::bytea[]
    )`.execute(transaction);
}

async function insertClaims(transaction: Store, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await transaction
    .insertInto('client_owner')
    .values([...claims])
    .execute();
}

async function advance(transaction: Store, sequences: ReadonlyMap<string, number>): Promise<void> {
  if (sequences.size === 0) return;
  await sql`
    UPDATE document SET seq = moved.seq
    FROM unnest(${[...sequences.keys()]}::text[], ${[...sequences.values()]}::bigint[]) AS moved (id, seq)
    WHERE document.id = moved.id`.execute(transaction);
}

async function idOf(transaction: Store): Promise<string> {
  const { rows } = await sql<{ id: string }>`SELECT pg_current_xact_id()::text AS id`.execute(transaction);
  return must(rows[0], 'the id of the transaction').id;
}

/** The driver writes buffers into an array; the bytes are not copied. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  Buffer.from(buffer, byteOffset, byteLength);
