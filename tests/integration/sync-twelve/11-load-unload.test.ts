import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { eventually } from '../../support/eventually.ts';
import { ackedClient } from '../../support/sync-acked-client.ts';
import { SyncHost } from '../../support/sync-host.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { addNote, objectsIn } from '../../support/sync-stock-client.ts';

test(
  'a page that is opened, written and left in a tight loop on a slow and failing store is never empty and never behind its log',
  async () => {
    const host = await SyncHost.start({ limits: { idleUnloadMs: 1, connectionsPerSeatMax: 50 } });
    await host.transact((doc) => addNote(doc, 'always', 'server', 'fiber'));
    const { log } = host;
    log.beforeAppend = () => wait(Math.random() * 20);
    log.beforeLoad = async () => {
      await wait(Math.random() * 50);
      if (Math.random() < 0.1) throw new Error('the store is out of breath');
    };
    const written: string[] = [];
    const seats = ['alice', 'bob', 'carol'];
    const person = async (seat: string, cycles: number): Promise<void> => {
      const doc = new Y.Doc();
      for (let cycle = 0; cycle < cycles; cycle += 1) {
        const client = ackedClient(host.syncUrl, seat, { doc });
        await eventually(() => client.provider.synced, `${seat} is in`);
        // A page that could not be loaded would be an empty one.
        expect(Object.keys(objectsIn({ doc }))).toContain('always');
        const id = `${seat}-${cycle}`;
        addNote(doc, id, seat, 'mast');
        await eventually(() => client.acknowledged() === client.edits(), `${id} is saved`);
        written.push(id);
        client.provider.destroy();
        // Now and then everybody has gone, and the page with them.
        if (cycle % 3 === 2) await eventually(() => host.sync.metrics().rooms === 0, 'it has left memory');
        else await wait(Math.random() * 30);
      }
    };
    await Promise.all(seats.map((seat) => person(seat, 12 * runs(1).numRuns)));

    const stored = log.replay(DOCUMENT);
    expect(Object.keys(objectsIn({ doc: stored })).sort()).toEqual([...written, 'always'].sort());
    log.beforeLoad = () => Promise.resolve();
    expect(canonicalOf(await host.objects())).toEqual(canonical(stored));
    await eventually(() => host.sync.metrics().rooms === 0, 'it has left memory');
    const { loads, unloads } = host.sync.metrics();
    expect(loads).toBe(unloads);
    expect(loads).toBeGreaterThan(3);
  },
  240_000 * runs(1).numRuns,
);

const canonicalOf = (objects: unknown): unknown => JSON.parse(JSON.stringify(objects)) as unknown;
