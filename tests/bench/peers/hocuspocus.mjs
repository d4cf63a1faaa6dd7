// Hocuspocus as it comes; with YPERSISTENCE its documents are kept in SQLite through its own database extension.
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { DatabaseSync } from '@photostructure/sqlite';

const { PORT, YPERSISTENCE } = process.env;

const extensions = YPERSISTENCE === undefined ? [] : [sqlite(join(YPERSISTENCE, 'documents.sqlite'))];
await new Server({ port: Number(PORT), address: '127.0.0.1', quiet: true, extensions }).listen();

function sqlite(file) {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE IF NOT EXISTS document (name TEXT PRIMARY KEY, state BLOB)');
  // A statement does not keep its database from being collected as garbage, so it is the database that is held.
  const find = (name) => database.prepare('SELECT state FROM document WHERE name = ?').get(name);
  const keep = (name, state) =>
    database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?)').run(name, state);
  return new Database({
    fetch: ({ documentName }) => find(documentName)?.state ?? null,
    store: ({ documentName, state }) => void keep(documentName, state),
  });
}
