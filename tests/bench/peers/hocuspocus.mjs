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
  const find = database.prepare('SELECT state FROM document WHERE name = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO document VALUES (?, ?)');
  return new Database({
    fetch: ({ documentName }) => find.get(documentName)?.state ?? null,
    store: ({ documentName, state }) => void keep.run(documentName, state),
  });
}
