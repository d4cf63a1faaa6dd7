import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { ClientOwners } from '#server/sync/client-owners.ts';
import { FanOut, type Receiver, type Tick } from '#server/sync/fan-out.ts';
import { SyncMetrics } from '#server/sync/metrics.ts';
import { paceFor } from '#server/sync/pace.ts';
import { Presence } from '#server/sync/presence.ts';
import { encodeStates } from '#server/sync/awareness-wire.ts';
import { SYNC_LIMITS } from '#server/sync/sync-limits.ts';
import { mergeTree } from '#server/sync/merge.ts';
import { TestTimers } from '../../support/sync-context.ts';
import { unframe } from '../../support/sync-replica.ts';

class Listener implements Receiver {
  readonly seat: string;
  readonly ticks: Tick[] = [];

  constructor(seat: string) {
    this.seat = seat;
  }

  deliver(tick: Tick): void {
    this.ticks.push(tick);
  }

  get bytes(): readonly (Buffer | null)[] {
    return this.ticks.map((tick) => tick.allFor(this));
  }
}

function world() {
  const timers = new TestTimers();
  timers.pass(1_000);
  const presence = new Presence(
    new ClientOwners(new Map()),
    { now: () => timers.now() },
    timers,
    SYNC_LIMITS,
  );
  const [alice, bob] = [new Listener('alice'), new Listener('bob')];
  const pace = () => ({ updatesMs: 16, presenceMs: 100 });
  const fanOut = new FanOut(new Set([alice, bob]), presence, new Map(), pace, timers, new SyncMetrics());
  const doc = new Y.Doc();
  const text = doc.getText('t');
  const type = (): void => {
    const before = Y.encodeStateVector(doc);
    text.insert(text.length, 'x');
    fanOut.add(Y.encodeStateAsUpdate(doc, before), Y.decodeStateVector(Y.encodeStateVector(doc)));
    fanOut.wake();
  };
  return { timers, presence, fanOut, alice, bob, doc, type };
}

const replay = (bytes: readonly (Buffer | null)[]): string => {
  const doc = new Y.Doc();
  for (const message of bytes.flatMap((each) => (each === null ? [] : unframe(each))))
    Y.applyUpdate(doc, message.slice(message[2] === undefined || message[2] < 128 ? 3 : 4));
  return doc.getText('t').toJSON();
};

test('the first update after a quiet spell goes out at once, those that follow together with the next tick', () => {
  const { timers, alice, bob, type } = world();
  type();
  expect(alice.ticks).toHaveLength(1);
  for (let n = 0; n < 9; n += 1) type();
  expect(alice.ticks).toHaveLength(1);
  timers.pass(16);
  expect(alice.ticks).toHaveLength(2);
  timers.pass(1_000);
  expect(alice.ticks).toHaveLength(2);
  type();
  expect(alice.ticks).toHaveLength(3);
  expect(replay(alice.bytes)).toBe('x'.repeat(11));
  expect(bob.bytes[1]).toBe(alice.bytes[1]);
});

test('a tick tells where everybody was before it', () => {
  const { timers, alice, doc, type } = world();
  type();
  type();
  type();
  timers.pass(16);
  expect(alice.ticks.map(({ stateBefore }) => stateBefore.get(doc.clientID) ?? 0)).toEqual([0, 1]);
});

test('presence goes with the updates, at its own pace', () => {
  const { timers, presence, fanOut, alice, bob, type } = world();
  const move = (at: number): void => {
    presence.announce(alice, encodeStates([{ client: 1, clock: at, json: JSON.stringify({ at }) }]));
    fanOut.wake();
  };
  move(1);
  expect(bob.ticks).toHaveLength(1);
  move(2);
  move(3);
  type();
  expect(bob.ticks).toHaveLength(2);
  expect(bob.ticks[1]?.presenceFor(bob)).toBeNull();
  timers.pass(100);
  expect(bob.ticks).toHaveLength(3);
  expect(bob.ticks[2]?.presenceFor(bob)?.toString()).toContain('{"at":3,"user":{"seat":"alice"}}');
  expect(alice.ticks[2]?.allFor(alice)).toBeNull();
});

test('an update that goes out takes presence along once half its time has passed', () => {
  const { timers, presence, fanOut, alice, bob, type } = world();
  const move = (at: number): void => {
    presence.announce(alice, encodeStates([{ client: 1, clock: at, json: JSON.stringify({ at }) }]));
    fanOut.wake();
  };
  move(1);
  timers.pass(49);
  move(2);
  type();
  expect(bob.ticks[1]?.presenceFor(bob)).toBeNull();
  timers.pass(16);
  type();
  expect(bob.ticks[2]?.presenceFor(bob)?.toString()).toContain('{"at":2');
  timers.pass(200);
  expect(bob.ticks).toHaveLength(3);
});

test('nothing is told when there is nothing to tell', () => {
  const { timers, fanOut, alice } = world();
  fanOut.wake();
  timers.pass(60_000);
  expect(alice.ticks).toEqual([]);
});

test('ticks stretch with what they cost and with a busy event loop, and stay within what people bear', () => {
  expect(paceFor(0.1, 0.2)).toEqual({ updatesMs: 8, presenceMs: 33 });
  expect(paceFor(2, 0.2)).toEqual({ updatesMs: 16, presenceMs: 33 });
  expect(paceFor(5, 0.2)).toEqual({ updatesMs: 40, presenceMs: 80 });
  expect(paceFor(5, 1)).toEqual({ updatesMs: 120, presenceMs: 240 });
  expect(paceFor(1_000, 0.2)).toEqual({ updatesMs: 100, presenceMs: 333 });
});

test('many updates merge into the same document, whatever their number', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 0; n < 1_000; n += 1) doc.getText('t').insert(n % 7, String(n % 10));
  const copy = new Y.Doc();
  Y.applyUpdate(copy, mergeTree(updates));
  expect(copy.getText('t').toJSON()).toBe(doc.getText('t').toJSON());
  expect(() => Y.applyUpdate(copy, mergeTree([]))).not.toThrow();
});
