import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { pageDocument } from '#shared/protocol/sync.ts';
import { silentLogger } from '#server/logger.ts';
import { openPostgresStorage } from '#server/storage/postgres/postgres-storage.ts';
import type { Storage } from '#server/storage/storage.ts';
import { eventually } from '../../support/eventually.ts';
import { canonical } from '../../support/sync-replica.ts';
import { objectsIn } from '../../support/sync-stock-client.ts';
import type { Crew } from './crew.ts';
import { PAGE, type Member } from './member.ts';

export interface Expected {
  /** Those who are still there. */
  readonly present: readonly Member[];
  /** Notes of people who have gone, acknowledged before they went. */
  readonly left: readonly string[];
  readonly ballots: number;
}

/** Nothing acknowledged is missing, all see the same, logs have no hole, and nobody is shown who is not there. */
export async function expectWhole(databaseUrl: string, crew: Crew, expected: Expected): Promise<void> {
  const { workshop, leader, pollId, presence } = crew;
  const { present, left, ballots } = expected;
  await eventually(() => present.every(({ isSaved }) => isSaved), 'everything is acknowledged');
  const storage = await openPostgresStorage(databaseUrl, { logger: silentLogger, random: randomBytes });
  try {
    const document = pageDocument(workshop.id, PAGE);
    await eventually(async () => {
      const stored = JSON.stringify(canonical((await replay(storage, document)).page));
      return present.every(({ page }) => JSON.stringify(canonical(page.doc)) === stored);
    }, 'the same page on every screen and in the log');
    const { page, seqs } = await replay(storage, document);
    expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
    expect(Object.keys(objectsIn({ doc: page }))).toEqual(
      expect.arrayContaining([...left, ...present.flatMap(({ notes }) => notes)]),
    );
    const events = (await storage.workshops.eventsSince(workshop.id, 0)).map(({ seq }) => seq);
    expect(events).toEqual(events.map((_seq, index) => index + 1));
    expect(await storage.ballots.received(pollId)).toBe(ballots);
  } finally {
    await storage.close();
  }
  await eventually(() => turnoutSeenBy(leader.frames) === ballots, 'the leader sees how many have voted');
  const seats = [leader.seatId, ...present.map(({ seatId }) => seatId)].sort();
  await eventually(
    () => JSON.stringify([...presence().online].sort()) === JSON.stringify(seats),
    'the leader sees who is there, and nobody else',
  );
}

async function replay(storage: Storage, document: string) {
  const rows = await storage.updateLog.since(document, 0, 1_000_000);
  const page = new Y.Doc();
  objectsOf(page);
  for (const { update } of rows) Y.applyUpdate(page, update);
  return { page, seqs: rows.map(({ seq }) => seq) };
}

function turnoutSeenBy(frames: readonly string[]): number {
  const last = frames.findLast((frame) => frame.startsWith('["turnout"')) ?? '';
  return Number(/"received":(\d+)/.exec(last)?.[1] ?? '0');
}
