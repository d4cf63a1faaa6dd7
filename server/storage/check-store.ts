import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import type { StorageSchema } from './schema.ts';
import type { Kysely } from 'kysely';
import { LogReader } from './log-reader.ts';
import { decodeSnapshot } from './snapshot-codec.ts';

export interface StoreReport {
  readonly documents: number;
  readonly rows: number;
  readonly snapshots: number;
  /** One line each, in English: for whoever runs the server. */
  readonly faults: readonly string[];
}

/** Replays every log and compares it with its snapshots, its counter and its owners. Reads only. */
export async function checkStore(database: Kysely<StorageSchema>): Promise<StoreReport> {
  const documents = await database.selectFrom('document').select(['id', 'seq']).orderBy('id').execute();
  const total = { documents: documents.length, rows: 0, snapshots: 0 };
  const faults: string[] = [];
  for (const { id, seq } of documents) {
    const checked = await checkDocument(database, id, seq);
    total.rows += checked.rows;
    total.snapshots += checked.snapshots;
    faults.push(...checked.faults.map((fault) => `${id}: ${fault}`));
  }
  faults.push(...(await checkSessions(database)));
  return { ...total, faults };
}

interface Checked {
  readonly rows: number;
  readonly snapshots: number;
  readonly faults: readonly string[];
}

async function checkDocument(
  database: Kysely<StorageSchema>,
  document: string,
  seq: number,
): Promise<Checked> {
  const snapshots = await database
    .selectFrom('document_snapshot')
    .select(['seq', 'state', 'sha256'])
    .where('document', '=', document)
    .orderBy('seq')
    .execute();
  const faults: string[] = [];
  const doc = new Y.Doc();
  objectsOf(doc);
  let next = 1;
  const compareAt = async (at: number): Promise<void> => {
    const snapshot = snapshots.find((each) => each.seq === at);
    if (snapshot !== undefined)
      faults.push(...(await faultsOfSnapshot(doc, at, await decodeSnapshot(snapshot))));
  };
  try {
    for await (const piece of new LogReader(database).pieces(document, 0, seq)) {
      for (const row of piece) {
        if (row.seq !== next) faults.push(`row ${row.seq} comes after row ${next - 1}`);
        Y.applyUpdate(doc, row.update);
        await compareAt(row.seq);
        next = row.seq + 1;
      }
    }
  } catch (error) {
    faults.push(`cannot be read beyond row ${next - 1}: ${String(error)}`);
  }
  if (next - 1 < seq) faults.push(`ends at row ${next - 1}, and says it ends at ${seq}`);
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null)
    faults.push('its rows do not make a whole page');
  faults.push(
    ...(await faultsOfOwners(database, document, doc)),
    ...(await faultsOfFiles(database, document)),
  );
  doc.destroy();
  return { rows: next - 1, snapshots: snapshots.length, faults };
}

async function faultsOfSnapshot(
  doc: Y.Doc,
  seq: number,
  stateV2: Uint8Array | null,
): Promise<readonly string[]> {
  if (stateV2 === null) return [`the snapshot of row ${seq} is damaged`];
  const kept = new Y.Doc();
  Y.applyUpdateV2(kept, stateV2);
  const same =
    Buffer.from(Y.encodeStateVector(kept)).equals(Y.encodeStateVector(doc)) &&
    inOneOrder(objectsOf(kept).toJSON()) === inOneOrder(objectsOf(doc).toJSON());
  kept.destroy();
  return Promise.resolve(same ? [] : [`the snapshot of row ${seq} is not what the rows up to it make`]);
}

/** Who wrote what rests on this: a client id without an owner could be anybody's. */
async function faultsOfOwners(
  database: Kysely<StorageSchema>,
  document: string,
  doc: Y.Doc,
): Promise<readonly string[]> {
  const owned = await database
    .selectFrom('client_owner')
    .select('client')
    .where('document', '=', document)
    .execute();
  const known = new Set(owned.map(({ client }) => client));
  // The first row is the template's, written before anybody could own anything.
  const template = await new LogReader(database).piece(document, 0, 1);
  for (const { update } of template)
    for (const client of Y.parseUpdateMeta(update).to.keys()) known.add(client);
  const without = [...doc.store.clients.keys()].filter((client) => !known.has(client));
  return without.map((client) => `client id ${client} belongs to nobody`);
}

/** Objects know a file by its hash alone. */
async function faultsOfFiles(database: Kysely<StorageSchema>, document: string): Promise<readonly string[]> {
  const files = await database
    .selectFrom('page_file')
    .select('hash')
    .where('document', '=', document)
    .execute();
  const faults: string[] = [];
  for (const { hash } of files) {
    const { data } = await database
      .selectFrom('page_file')
      .select('data')
      .where('document', '=', document)
      .where('hash', '=', hash)
      .executeTakeFirstOrThrow();
    if (createHash('sha256').update(data).digest('hex') !== hash) faults.push(`the file ${hash} is damaged`);
  }
  return faults;
}

async function checkSessions(database: Kysely<StorageSchema>): Promise<readonly string[]> {
  const workshops = await database.selectFrom('workshop').select(['id', 'event_seq']).execute();
  const faults: string[] = [];
  for (const { id, event_seq } of workshops) {
    const events = await database
      .selectFrom('session_event')
      .select('seq')
      .where('workshop', '=', id)
      // Servers may be writing meanwhile.
      .where('seq', '<=', event_seq)
      .orderBy('seq')
      .execute();
    const isDense = events.every(({ seq }, index) => seq === index + 1);
    if (!isDense || events.length !== event_seq) faults.push(`${id}: its session log has a hole`);
  }
  return faults;
}

/** JSON with keys in order: replicas keep a map's keys in the order they came. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
