import * as Y from 'yjs';
import { Room } from '#server/sync/room.ts';
import type { SyncLimits } from '#server/sync/sync-limits.ts';
import { testContext, type TestContext } from './sync-context.ts';
import { DOCUMENT } from './sync-names.ts';
import { MemoryLog } from './sync-memory-log.ts';

export interface TestRoom {
  readonly room: Room;
  readonly log: MemoryLog;
  readonly context: TestContext;
}

/** An empty page in a log of its own, and the room of it. */
export async function openRoom(limits: Partial<SyncLimits> = {}): Promise<TestRoom> {
  const log = new MemoryLog();
  await log.create(DOCUMENT, Y.encodeStateAsUpdate(new Y.Doc()), 0);
  return reopenRoom(log, limits);
}

/** A room from what the log holds, as after a restart. */
export async function reopenRoom(log: MemoryLog, limits: Partial<SyncLimits> = {}): Promise<TestRoom> {
  const context = testContext(log, limits);
  const [stored, owners] = await Promise.all([log.load(DOCUMENT), log.owners(DOCUMENT)]);
  if (stored === null) throw new Error('no document');
  const room = new Room(DOCUMENT, stored, owners, context, { empty: () => {}, ended: () => {} });
  return { room, log, context };
}
