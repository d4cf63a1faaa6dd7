import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { PageSync } from '#client/connection/page-sync.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { LOCKED, PAGE, READ_WRITE, WORKSHOP } from '../../support/sync-names.ts';
import { addNote, objectsIn, stockClient } from '../../support/sync-stock-client.ts';

class AlicesSocket extends WebSocket {
  constructor(address: string | URL) {
    super(address, { headers: { cookie: 'seat=alice' } });
  }
}

/** The client of the product, in Node, as alice. */
function ownClient(host: SyncHost) {
  const doc = new Y.Doc();
  const rejections: string[] = [];
  const link = new PageSync({
    serverUrl: host.syncUrl,
    workshop: WORKSHOP,
    page: PAGE,
    doc,
    listener: { onChange: () => {}, onRejected: (code) => rejections.push(code) },
    epochs: { recall: () => null, remember: () => {}, forget: () => {} },
    copyName: () => 'none',
    WebSocket: AlicesSocket as never,
  });
  onTestFinished(() => link.destroy());
  return { doc, link, rejections };
}

test('the product’s own client shows saved when it is, hears of a lock, and says so when nothing can be saved', async () => {
  const host = await SyncHost.start();
  const { doc, link, rejections } = ownClient(host);
  const bob = stockClient(host.syncUrl, 'bob');
  await eventually(() => link.loaded, 'the page is there');

  addNote(doc, 'n1', 'alice', 'fiber');
  expect(link.unsaved).toBe(1);
  await eventually(() => link.unsaved === 0, 'it is saved');
  await eventually(() => 'n1' in objectsIn(bob), 'bob has it');

  link.awareness.setLocalStateField('cursor', [1, 2]);
  const cursor = (): unknown => bob.provider.awareness.getStates().get(doc.clientID)?.['cursor'];
  await eventually(() => cursor() !== undefined, 'bob sees the cursor');

  await host.allow('alice', LOCKED);
  await eventually(() => link.write === false, 'alice is told of the lock');
  // Its answer is on its way; an edit after that is late.
  await eventually(() => {
    addNote(doc, `late-${Object.keys(objectsIn({ doc })).length}`, 'alice');
    return rejections.length > 0;
  }, 'a late edit is refused');
  await host.allow('alice', READ_WRITE);
  await eventually(() => link.write === true && link.unsaved === 0, 'alice may write again');

  host.log.beforeAppend = () => Promise.reject(new Error('ENOSPC'));
  addNote(doc, 'n3', 'alice');
  await eventually(() => link.stalled, 'alice is told that nothing can be saved');
  host.log.beforeAppend = () => Promise.resolve();
  await eventually(() => link.unsaved === 0 && !link.stalled, 'all is well again');
  await eventually(() => 'n3' in objectsIn(bob), 'bob has that too');
  expect(objectsIn({ doc })).toEqual(objectsIn(bob));
});
