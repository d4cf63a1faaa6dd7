import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { must } from '#shared/kernel/assert.ts';
import { objectsOf } from '#shared/content/page-document.ts';
import type { PlaybackStep } from '#shared/protocol/playback.ts';
import { silentLogger } from '#server/logger.ts';
import { documentOf } from '#server/history/page-history.ts';
import { openStorage, type StorageLocation } from '#server/storage/open-storage.ts';
import type { Storage } from '#server/storage/storage.ts';
import { ThreadedEncoder } from '#server/sync/encoding/page-encoder.ts';
import { startEncoder } from '#server/sync/encoding/start-encoder.ts';
import { Room } from '#server/sync/room.ts';
import { carryOut, offending, ownWriting } from '../../support/history-acts.ts';
import { HistoryRoom, peopleOf } from '../../support/history-room.ts';
import { startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { testContext, type TestContext } from '../../support/sync-context.ts';
import { DOCUMENT } from '../../support/sync-names.ts';
import { canonical } from '../../support/sync-replica.ts';
import { runs } from '../../support/sync-runs.ts';
import { temporaryDirectory } from '../../support/temporary-directory.ts';

/** Test 12 of the twelve: what a page was at any moment, across everything that is done to its log. */

const SEATS = ['alice', 'bob', 'carol', 'carol'];
/** Edits between two spells, so that the log is long enough to be cut into segments. */
const BUSY_EDITS = 170;
const SPELLS = 20;

let postgres: PostgresServer;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

const PLACES: readonly (readonly [string, () => Promise<StorageLocation>])[] = [
  ['SQLite', async () => ({ dataDirectory: await temporaryDirectory() })],
  ['PostgreSQL', async () => ({ databaseUrl: await postgres.createDatabase() })],
];

describe.each(PLACES)('the history of a page on %s', (_, place) => {
  test('is what was seen at each moment, across snapshots, packing, restarts, restoring and reverting', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(offending(4), { minLength: SPELLS, maxLength: SPELLS }),
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        async (spells, picks) => {
          const day = await Day.begin(await place());
          for (const [index, spell] of spells.entries()) {
            await carryOut(day.room, day.room.people, spell);
            await day.keepBusy(index);
            if (index % 3 === 1) await day.room.room.saveSnapshot();
            if (index === 8) await day.restart();
            if (index === 12) await day.restoreTo(must(picks[0], 'a pick'));
            if (index === 15) await day.revertBob(must(picks[1], 'a pick'));
          }
          await day.storage.history.pack(DOCUMENT);

          expect(await day.coldRows()).toBeGreaterThan(2_000);
          for (const pick of picks) await day.expectAsSeen(pick);
          await day.expectPlayback(must(picks[2], 'a pick'), must(picks[3], 'a pick'));
          await day.end();
        },
      ),
      { ...runs(1), endOnFailure: true },
    );
  }, 300_000);

  test('says of every object and character who wrote it, then and now', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ownWriting(4), { minLength: 4, maxLength: 4 }), async (spells) => {
        const day = await Day.begin(await place());
        for (const spell of spells) {
          await carryOut(day.room, day.room.people, spell);
          await day.expectWriters(day.room.now);
          day.look();
        }
        const moment = day.room.now;
        day.room.pass();
        await day.restart();
        // What is brought back is the server's from now on; what it was then is as it was.
        await day.restoreTo(0);
        await day.room.revert('alice', day.room.now - 1_000_000);
        await day.expectWriters(moment);
        await day.end();
      }),
      { ...runs(2), endOnFailure: true },
    );
  }, 300_000);

  test('goes on while others write: restoring takes nobody’s cursor, and nobody’s words that are on their way', async () => {
    const day = await Day.begin(await place());
    const [alice, bob] = day.room.people.map(({ doc }) => doc);
    must(day.room.people[0], 'alice').type(0, 0, 1);
    await day.room.settle();
    const moment = day.room.now;
    day.room.pass();
    const text = (doc: Y.Doc | undefined) =>
      must(objectsOf(must(doc, 'a page')).get('alice-1'), 'a note').get('text') as Y.Text;
    text(bob).insert(4, ' bbb');
    text(bob).insert(0, 'bb ');
    await day.room.settle();
    expect(text(alice).toJSON()).toBe('bb aaaa bbb');
    const cursor = Y.createRelativePositionFromTypeIndex(text(alice), 5);
    text(alice).insert(5, 'AA');

    await day.room.restore(moment);
    await day.room.settle();

    expect(text(alice).toJSON()).toBe('aaAAaa');
    expect(canonical(must(alice, 'alice'))).toEqual(canonical(day.room.room.doc));
    expect(Y.createAbsolutePositionFromRelativePosition(cursor, must(alice, 'alice'))?.index).toBe(4);
    await day.end();
  });
});

/** A page that is worked on for a day, and what was seen of it. */
class Day {
  storage: Storage;
  room: HistoryRoom;
  readonly #location: StorageLocation;
  readonly #context: TestContext;
  /** The page whenever everybody had everything, by time. */
  readonly #seen: { readonly at: number; readonly objects: unknown }[] = [];

  private constructor(location: StorageLocation, storage: Storage, context: TestContext, room: Room) {
    this.#location = location;
    this.storage = storage;
    this.#context = context;
    this.room = new HistoryRoom(room, context, storage.history, peopleOf(SEATS));
  }

  static async begin(location: StorageLocation): Promise<Day> {
    const storage = await openStorage(location, { logger: silentLogger, random: randomBytes });
    const encoder = new ThreadedEncoder(startEncoder);
    onTestFinished(() => encoder.close());
    const context = { ...testContext(storage.updateLog), encoder };
    const doc = new Y.Doc();
    objectsOf(doc);
    await storage.updateLog.create(DOCUMENT, Y.encodeStateAsUpdate(doc), context.clock.now());
    const day = new Day(location, storage, context, await openRoom(context));
    for (const writer of day.room.people) writer.add(3);
    await day.room.settle();
    day.look();
    return day;
  }

  /** The server stops and starts again; people come back with what they have. */
  async restart(): Promise<void> {
    await this.end();
    this.storage = await openStorage(this.#location, { logger: silentLogger, random: randomBytes });
    const context = { ...this.#context, log: this.storage.updateLog };
    this.room = this.room.reopened(await openRoom(context), context, this.storage.history);
    await this.room.settle();
  }

  async end(): Promise<void> {
    for (const { replica } of this.room.people) replica.disconnect();
    await this.room.room.saveSnapshot();
    this.room.room.end();
    await this.storage.close();
  }

  /** Everybody moves and types, one row each time, and it is looked at now and then. */
  async keepBusy(seed: number): Promise<void> {
    this.look();
    for (let edit = 0; edit < BUSY_EDITS; edit += 1) {
      const writer = must(this.room.people[(seed + edit) % this.room.people.length], 'somebody');
      if (edit % 5 === 0) writer.type(edit, edit, 1);
      else writer.move(seed + edit, edit);
      writer.replica.send();
      this.room.pass(3);
      if (edit % 40 === 39) {
        await this.room.settle();
        this.look();
      }
    }
    await this.room.settle();
    this.look();
  }

  async restoreTo(pick: number): Promise<void> {
    const then = this.#seen[pick % Math.max(1, this.#seen.length)];
    const unsent = must(this.room.people[0], 'alice');
    unsent.type(pick, 0, 2);
    await this.room.restore(then?.at ?? this.room.now);
    await this.room.settle();
    this.look();
  }

  async revertBob(pick: number): Promise<void> {
    await this.room.revert('bob', must(this.#seen[pick % this.#seen.length], 'a moment').at);
    await this.room.settle();
    this.look();
  }

  /** Rows behind the snapshot before the newest: those of full thousands are packed by now. */
  async coldRows(): Promise<number> {
    const { history } = this.storage;
    const newest = must(await history.keyframe(DOCUMENT, Number.MAX_SAFE_INTEGER), 'a snapshot');
    return (await history.keyframe(DOCUMENT, newest.seq - 1))?.seq ?? 0;
  }

  async expectAsSeen(pick: number): Promise<void> {
    const { at, objects } = must(this.#seen[pick % this.#seen.length], 'a moment');
    const state = must(await this.room.stateAt(at), 'a state');
    expect(canonical(documentOf(state.stateV2)), `at ${at}`).toEqual(objects);
  }

  /** What is played from one moment to another shows, at each moment between, what was seen. */
  async expectPlayback(one: number, other: number): Promise<void> {
    const [from = 0, to = 0] = [one % this.#seen.length, other % this.#seen.length].toSorted((a, b) => a - b);
    const seen = this.#seen.slice(from, to + 1);
    const doc = new Y.Doc();
    let at = 0;
    let shown = 0;
    const showUntil = (time: number): void => {
      for (; shown < seen.length && (seen[shown]?.at ?? Infinity) < time; shown += 1)
        expect(canonical(doc)).toEqual(seen[shown]?.objects);
    };
    const steps: PlaybackStep['kind'][] = [];
    for await (const step of this.room.history.playback(DOCUMENT, seen[0]?.at ?? 0, seen.at(-1)?.at ?? 0)) {
      steps.push(step.kind);
      if (step.kind === 'end') showUntil(Infinity);
      if (step.kind === 'keyframe') {
        at = step.at;
        Y.applyUpdateV2(doc, step.stateV2);
      } else if (step.kind === 'update') {
        at += step.dt;
        showUntil(at);
        Y.applyUpdate(doc, step.update);
      }
    }
    expect(steps.at(0)).toBe('keyframe');
    expect(steps.at(-1)).toBe('end');
    expect(shown).toBe(seen.length);
  }

  async expectWriters(at: number): Promise<void> {
    const attribution = must(await this.room.history.attribution(DOCUMENT, { at }), 'a page');
    for (const { id, writer, texts } of attribution.objects) {
      expect(writer).toBe(id.split('-')[0]);
      for (const run of texts['text'] ?? [])
        expect([...new Set(run.text)].map((letter) => WRITERS[letter])).toEqual([run.writer]);
    }
  }

  look(): void {
    this.#seen.push({ at: this.room.now, objects: canonical(this.room.room.doc) });
    this.room.pass();
  }
}

const WRITERS: Readonly<Record<string, string>> = { a: 'alice', b: 'bob', c: 'carol', s: 'server' };

async function openRoom(context: TestContext): Promise<Room> {
  const [stored, owners] = await Promise.all([context.log.load(DOCUMENT), context.log.owners(DOCUMENT)]);
  return new Room(DOCUMENT, must(stored, 'the page'), owners, context, { empty: () => {}, ended: () => {} });
}
