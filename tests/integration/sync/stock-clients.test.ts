import { describe, expect, test } from 'vitest';
import { objectsOf, setBox } from '#shared/content/page-document.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import { eventually } from '../../support/eventually.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { RECUSED } from '../../support/sync-names.ts';
import { addNote, isSynced, objectsIn, stockClient, textOf } from '../../support/sync-stock-client.ts';

describe('stock y-websocket clients', () => {
  test('two of them share nested maps and texts, and what is stored is what they see', async () => {
    const host = await SyncHost.start();
    const alice = stockClient(host.syncUrl, 'alice');
    const bob = stockClient(host.syncUrl, 'bob');
    await eventually(() => isSynced(alice) && isSynced(bob), 'both are synced');

    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await eventually(() => 'n1' in objectsIn(bob), 'bob has the note');
    textOf(alice.doc, 'n1').insert(5, ' till byn');
    textOf(bob.doc, 'n1').insert(0, 'mer ');
    const note = objectsOf(bob.doc).get('n1');
    if (note !== undefined) setBox(note, [40, 50, 200, 160]);

    const whole = { box: [40, 50, 200, 160], text: 'mer fiber till byn' };
    await eventually(() => objectsIn(alice)['n1']?.['text'] === whole.text, 'alice has both texts');
    await eventually(
      () => objectsIn(alice)['n1']?.['box']?.toString() === whole.box.toString(),
      'and the place',
    );
    await eventually(() => objectsIn(bob)['n1']?.['text'] === whole.text, 'bob has both texts');
    expect(objectsIn(alice)).toEqual(objectsIn(bob));
    expect(await host.objects()).toMatchObject({ n1: whole });
    expect(objectsOf(host.log.replay('w1/page/p1')).toJSON()).toEqual(objectsIn(alice));
  });

  test('what was written offline on both sides merges on return', async () => {
    const host = await SyncHost.start();
    const alice = stockClient(host.syncUrl, 'alice');
    const bob = stockClient(host.syncUrl, 'bob');
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await eventually(() => 'n1' in objectsIn(bob), 'bob has the note');

    alice.provider.disconnect();
    textOf(alice.doc, 'n1').insert(5, ' i stan');
    addNote(alice.doc, 'n2', 'alice', 'skrivet utan nät');
    textOf(bob.doc, 'n1').insert(0, 'mer ');
    alice.provider.connect();

    await eventually(() => 'n2' in objectsIn(bob), 'bob has what alice wrote offline');
    await eventually(() => textOf(alice.doc, 'n1').toJSON() === 'mer fiber i stan', 'alice has bob’s word');
    await eventually(() => textOf(bob.doc, 'n1').toJSON() === 'mer fiber i stan', 'bob has alice’s words');
  });

  test('one that comes late gets everything', async () => {
    const host = await SyncHost.start();
    const alice = stockClient(host.syncUrl, 'alice');
    addNote(alice.doc, 'n1', 'alice', 'fiber');
    await eventually(async () => 'n1' in ((await host.objects()) as object), 'the server has the note');
    const carol = stockClient(host.syncUrl, 'carol');
    await eventually(() => isSynced(carol), 'carol is synced');
    expect(objectsIn(carol)).toEqual(objectsIn(alice));
  });

  test.each([
    ['nobody’s cookie', null, 'w1/page/p1', CLOSE.notSignedIn],
    ['a page that is not there', 'alice', 'w1/page/nowhere', CLOSE.unknownPage],
    ['a workshop that is not there', 'alice', 'w2/page/p1', CLOSE.unknownPage],
    ['a path that is none', 'alice', 'w1/pages/p1', CLOSE.unknownPage],
    ['another epoch', 'alice', 'w1/page/p1~7', CLOSE.wrongEpoch],
    ['a page the seat may not read', 'dave', 'w1/page/p1', CLOSE.forbidden],
  ])('%s closes the socket for good', async (_what, seat, room, code) => {
    const host = await SyncHost.start();
    host.access.set('dave', RECUSED);
    const client = stockClient(host.syncUrl, seat, { room });
    let closedWith: number | null = null;
    client.provider.on('closed', (closed) => (closedWith = closed.code));
    await eventually(() => closedWith !== null, 'the provider has given up');
    expect(closedWith).toBe(code);
    expect(isSynced(client)).toBe(false);
    expect(client.provider.shouldConnect).toBe(false);
  });

  test('the right epoch is let in', async () => {
    const host = await SyncHost.start();
    const alice = stockClient(host.syncUrl, 'alice', { room: 'w1/page/p1~1' });
    await eventually(() => isSynced(alice), 'alice is synced');
  });
});
