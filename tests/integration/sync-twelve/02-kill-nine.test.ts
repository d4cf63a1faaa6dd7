import { randomBytes } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { silentLogger } from '#server/logger.ts';
import { openStorage } from '#server/storage/open-storage.ts';
import { eventually } from '../../support/eventually.ts';
import { ackedClient, type AckedClient } from '../../support/sync-acked-client.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { SyncProcess } from '../../support/sync-process.ts';
import { canonical } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { addNote, textOf } from '../../support/sync-stock-client.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** What one edit did, so that it can be looked for: an object that must be there, or one that must be gone. */
interface Edit {
  readonly id: string;
  readonly is: 'added' | 'removed';
}

/** A page has room for ten thousand objects, and a hundred kills leave time to write more. */
const NOTES_MAX = 400;

/** Somebody who adds notes and takes every third of them back, without end. */
class Writer {
  readonly client: AckedClient;
  readonly edits: Edit[] = [];
  /** Notes that have not been taken back, oldest first. */
  readonly #notes: string[] = [];
  readonly #seat: string;
  #timer: NodeJS.Timeout | null = null;

  constructor(url: string, seat: string) {
    this.#seat = seat;
    this.client = ackedClient(url, seat);
  }

  start(): void {
    this.#timer = setInterval(() => this.#edit(), 30);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** What the server has said is saved; a note that was removed since may be gone already. */
  acknowledged(): { readonly present: readonly string[]; readonly absent: readonly string[] } {
    const acked = this.edits.slice(0, this.client.acknowledged());
    const removed = new Set(this.edits.filter(({ is }) => is === 'removed').map(({ id }) => id));
    return {
      present: acked.filter(({ id, is }) => is === 'added' && !removed.has(id)).map(({ id }) => id),
      absent: acked.filter(({ is }) => is === 'removed').map(({ id }) => id),
    };
  }

  #edit(): void {
    const isFull = this.#notes.length >= NOTES_MAX;
    const goes = isFull ? this.#notes.shift() : this.edits.length % 4 === 3 ? this.#notes.pop() : undefined;
    if (goes === undefined) this.#add(`${this.#seat}-${this.edits.length}`);
    else this.#remove(goes);
  }

  #add(id: string): void {
    addNote(this.client.doc, id, this.#seat, 'fiber');
    this.#notes.push(id);
    this.edits.push({ id, is: 'added' });
  }

  #remove(id: string): void {
    objectsOf(this.client.doc).delete(id);
    this.edits.push({ id, is: 'removed' });
  }
}

/** What a cold start finds: every row of the log and nothing else. */
async function stored(dataDirectory: string): Promise<Y.Doc> {
  const storage = await openStorage({ dataDirectory }, { logger: silentLogger, random: randomBytes });
  const document = await storage.updateLog.load(DOCUMENT);
  await storage.close();
  const doc = new Y.Doc();
  if (document === null) throw new Error('no document');
  if (document.snapshot !== null) Y.applyUpdateV2(doc, document.snapshot.stateV2);
  for (const row of document.tail) Y.applyUpdate(doc, row.update);
  return doc;
}

test(
  'a server killed with -9 while everybody writes has everything that it had acknowledged, every time',
  async () => {
    const dataDirectory = await temporaryDirectory();
    let server = await SyncProcess.start(dataDirectory);
    onTestFinished(() => server.kill());
    const writers = ['alice', 'bob', 'carol'].map((seat) => new Writer(server.syncUrl, seat));
    onTestFinished(() => writers.forEach((writer) => writer.stop()));

    for (const writer of writers) writer.start();
    for (let round = 0; round < runs(2).numRuns; round += 1) {
      const before = writers.map(({ client }) => client.acknowledged());
      await eventually(
        () => writers.every(({ client }, at) => client.acknowledged() > (before[at] ?? 0) + 20),
        'everybody has had edits acknowledged',
      );
      await server.kill();
      const acknowledged = writers.map((writer) => writer.acknowledged());
      const found = objectsOf(await stored(dataDirectory));
      for (const { present, absent } of acknowledged) {
        expect(present.filter((id) => !found.has(id))).toEqual([]);
        expect(absent.filter((id) => found.has(id))).toEqual([]);
        expect(present.length + absent.length).toBeGreaterThan(0);
      }
      server = await SyncProcess.start(dataDirectory, server.port);
    }

    for (const writer of writers) writer.stop();
    await eventually(
      () => writers.every(({ client }) => client.acknowledged() === client.edits()),
      'in the end everything is acknowledged',
    );
    const pages = (): readonly string[] => writers.map(({ client }) => JSON.stringify(canonical(client.doc)));
    await eventually(() => new Set(pages()).size === 1, 'everybody has the same page');
    await server.kill();
    const doc = await stored(dataDirectory);
    expect(pages()[0]).toBe(JSON.stringify(canonical(doc)));
    expect(writers.flatMap(({ client }) => client.rejections)).toEqual([]);
    expect(textOf(doc, 'alice-0').toJSON()).toBe('fiber');
  },
  240_000 * runs(1).numRuns,
);
