import type { Kysely, Transaction } from 'kysely';
import type { StorageSchema } from './schema.ts';

type Store = Kysely<StorageSchema> | Transaction<StorageSchema>;

/** Everything that is kept, by what it belongs to. `standing` is about the store itself and stays where it is. */
const TABLES = {
  document: [
    ['document', 'id'],
    ['document_update', 'document'],
    ['document_snapshot', 'document'],
    ['document_segment', 'document'],
    ['client_owner', 'document'],
    ['page_file', 'document'],
  ],
  workshop: [
    ['workshop', 'id'],
    ['session_event', 'workshop'],
    ['seat_secret', 'workshop'],
    ['transfer', 'workshop'],
    ['poll', 'workshop'],
  ],
  poll: [
    ['poll_receipt', 'poll'],
    ['superseded_submission', 'poll'],
    ['ballot_named', 'poll'],
    ['ballot_secret', 'poll'],
  ],
} as const;

type Table = (typeof TABLES)[keyof typeof TABLES][number][0];

/** Rows written in one statement: PostgreSQL takes 65,535 parameters, SQLite 32,766. */
const ROWS_AT_ONCE = 500;

export interface Copied {
  readonly documents: number;
  readonly workshops: number;
}

/** Copies all of one store into another, empty one, one document or workshop at a time. */
export async function copyStore(from: Store, to: Store): Promise<Copied> {
  const documents = await idsOf(from, 'document');
  const workshops = await idsOf(from, 'workshop');
  const polls = await idsOf(from, 'poll');
  for (const id of documents) await copyAll(from, to, TABLES.document, id);
  for (const id of workshops) await copyAll(from, to, TABLES.workshop, id);
  for (const id of polls) await copyAll(from, to, TABLES.poll, id);
  return { documents: documents.length, workshops: workshops.length };
}

export async function emptyStore(store: Store): Promise<void> {
  // What refers to something goes before what it refers to.
  for (const [table] of Object.values(TABLES).flat().reverse()) await store.deleteFrom(table).execute();
}

async function idsOf(store: Store, table: 'document' | 'workshop' | 'poll'): Promise<readonly string[]> {
  const rows = await store.selectFrom(table).select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

async function copyAll(
  from: Store,
  to: Store,
  tables: readonly (readonly [Table, string])[],
  id: string,
): Promise<void> {
  for (const [table, key] of tables) {
    if (table === 'page_file') {
      await copyFiles(from, to, id);
      continue;
    }
    const rows = await from
      .selectFrom(table)
      .selectAll()
      .where(key as never, '=', id as never)
      .execute();
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
      await to
        .insertInto(table)
        .values(rows.slice(start, start + ROWS_AT_ONCE))
        .execute();
  }
}

/** One at a time: a page of photographs need not lie in memory. */
async function copyFiles(from: Store, to: Store, document: string): Promise<void> {
  const files = await from
    .selectFrom('page_file')
    .select('hash')
    .where('document', '=', document)
    .orderBy('hash')
    .execute();
  for (const { hash } of files) {
    const row = await from
      .selectFrom('page_file')
      .selectAll()
      .where('document', '=', document)
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow();
    await to.insertInto('page_file').values(row).execute();
  }
}
