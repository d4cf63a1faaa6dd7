import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { WriterOf } from '#server/history/writer-of.ts';
import type { LogRow } from '#server/storage/update-log.ts';

const OWNERS = new Map([
  [1, 'alice'],
  [2, 'bob'],
  [3, 'server'],
]);

function row(seq: number, kind: LogRow['kind'], seat: string, ...clients: readonly number[]): LogRow {
  const docs = clients.map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    doc.getText().insert(0, 'x');
    return Y.encodeStateAsUpdate(doc);
  });
  return { seq, at: seq, kind, seat, update: Y.mergeUpdates(docs) };
}

function writers(...rows: readonly LogRow[]): WriterOf {
  const checked = new WriterOf(OWNERS);
  for (const each of rows) checked.check(each);
  return checked;
}

test('a client id is whose it was claimed for; the page’s first content is the server’s', () => {
  const checked = writers(
    row(1, 'server', 'server', 77),
    row(2, 'edit', 'alice', 1),
    row(3, 'revert', 'bob', 2, 3),
    row(4, 'server', 'server', 3),
  );

  expect([77, 1, 2, 3].map((client) => checked.of(client))).toEqual(['server', 'alice', 'bob', 'server']);
  expect([...checked.doubts()]).toEqual([]);
});

test('of an id that turns up in somebody else’s row nothing is said', () => {
  const checked = writers(row(2, 'edit', 'alice', 1), row(3, 'edit', 'bob', 1), row(4, 'edit', 'bob', 3));

  expect([1, 2, 3].map((client) => checked.of(client))).toEqual([null, 'bob', null]);
  expect([...checked.doubts()]).toEqual([
    { client: 1, seq: 3 },
    { client: 3, seq: 4 },
  ]);
});
