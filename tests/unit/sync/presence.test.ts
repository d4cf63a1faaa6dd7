import * as decoding from 'lib0/decoding';
import { describe, expect, test } from 'vitest';
import { encodeStates, type AwarenessEntry } from '#server/sync/awareness-wire.ts';
import { ClientOwners } from '#server/sync/client-owners.ts';
import { Presence, type PresenceHolder } from '#server/sync/presence.ts';
import { SYNC_LIMITS } from '#server/sync/sync-limits.ts';
import { TestTimers } from '../../support/sync-context.ts';

function world() {
  const timers = new TestTimers();
  const owners = new ClientOwners(new Map());
  const clock = { now: () => 1_000_000 + timers.now() };
  return { timers, owners, presence: new Presence(owners, clock, timers, SYNC_LIMITS) };
}

const someone = (seat: string): PresenceHolder => ({ seat });

const says = (client: number, state: unknown, clock = 1): Uint8Array =>
  encodeStates([{ client, clock, json: JSON.stringify(state) }]);

/** The entries of a batch, and what they say. */
function read(
  states: Uint8Array | null | undefined,
): readonly (AwarenessEntry & { readonly state: unknown })[] {
  if (states === null || states === undefined) return [];
  const decoder = decoding.createDecoder(states);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarString(decoder);
    return { client, clock, json, state: JSON.parse(json) as unknown };
  });
}

describe('a state', () => {
  test('is stamped with the seat it comes from, whatever it says of itself', () => {
    const { presence } = world();
    presence.announce(
      someone('alice'),
      says(1, { user: { seat: 'leader', name: 'Leader' }, cursor: [1, 2] }),
    );
    expect(read(presence.take()?.states)).toMatchObject([
      { client: 1, state: { user: { seat: 'alice' }, cursor: [1, 2] } },
    ]);
  });

  test('is not echoed to its sender', () => {
    const { presence } = world();
    const [alice, bob] = [someone('alice'), someone('bob')];
    presence.announce(alice, says(1, { at: 1 }));
    presence.announce(bob, says(2, { at: 2 }));
    const batch = presence.take();
    expect(batch?.isIn(alice)).toBe(true);
    expect(read(batch?.without(alice)).map(({ client }) => client)).toEqual([2]);
    expect(read(batch?.without(bob)).map(({ client }) => client)).toEqual([1]);
  });

  test('of a connection is only the latest', () => {
    const { presence } = world();
    const alice = someone('alice');
    for (let at = 0; at < 10; at += 1) presence.announce(alice, says(1, { at }, at));
    expect(read(presence.take()?.states).map(({ state }) => state)).toEqual([
      { at: 9, user: { seat: 'alice' } },
    ]);
    expect(presence.hasNews).toBe(false);
  });

  test('that has not changed is nobody’s news', () => {
    const { presence } = world();
    const alice = someone('alice');
    presence.announce(alice, says(1, { at: 1 }, 1));
    presence.take();
    presence.announce(alice, says(1, { at: 1 }, 2));
    expect(presence.hasNews).toBe(false);
  });

  test('goes out again before the clients forget it', () => {
    const { presence, timers } = world();
    presence.announce(someone('alice'), says(1, { at: 1 }));
    const [first] = read(presence.take()?.states);
    timers.pass(SYNC_LIMITS.awarenessRenewMs);
    presence.renew();
    const [second] = read(presence.take()?.states);
    expect(second?.state).toEqual(first?.state);
    expect(second?.clock).toBeGreaterThan(first?.clock ?? Infinity);
  });

  test.each([
    ['no JSON', encodeStates([{ client: 1, clock: 1, json: '{' }])],
    ['a number', says(1, 5)],
    ['a list', says(1, [1])],
    ['too large', says(1, { x: 'x'.repeat(2_000) })],
  ])('that is %s is ignored', (_what, message) => {
    const { presence } = world();
    presence.announce(someone('alice'), message);
    expect(presence.hasNews).toBe(false);
  });

  test('cut short throws', () => {
    const { presence } = world();
    const message = says(1, { at: 1 });
    expect(() => presence.announce(someone('alice'), message.slice(0, -1))).toThrow();
  });
});

describe('a client id', () => {
  test('is the first a connection announces; what it sends for others is passed over', () => {
    const { presence } = world();
    const [alice, bob] = [someone('alice'), someone('bob')];
    presence.announce(alice, says(1, { at: 1 }));
    presence.take();
    presence.announce(bob, encodeStates([...read(says(1, { at: 66 }, 9)), ...read(says(2, { at: 2 }))]));
    presence.announce(bob, says(1, null, 99));
    presence.announce(bob, says(3, { at: 3 }));
    expect(read(presence.take()?.states)).toMatchObject([{ client: 2, state: { at: 2 } }]);
    expect(read(presence.statesFor(someone('carol')))).toMatchObject([
      { client: 1, state: { at: 1 } },
      { client: 2 },
    ]);
  });

  test('stays its seat’s when the connection has gone', () => {
    const { presence, owners } = world();
    const alice = someone('alice');
    presence.announce(alice, says(1, { at: 1 }));
    presence.leave(alice);
    presence.take();
    presence.announce(someone('bob'), says(1, { at: 5 }));
    expect(presence.hasNews).toBe(false);
    expect(owners.of(1)).toBe('alice');
  });

  test('goes over to the seat’s new line while the old one is not known to be dead', () => {
    const { presence } = world();
    const [old, fresh] = [someone('alice'), someone('alice')];
    presence.announce(old, says(1, { at: 1 }));
    presence.take();
    presence.announce(fresh, says(1, { at: 2 }));
    expect(read(presence.take()?.states)).toMatchObject([{ client: 1, state: { at: 2 } }]);
    presence.leave(old);
    expect(presence.hasNews).toBe(false);
  });

  test('that only says goodbye is not taken', () => {
    const { presence, owners } = world();
    presence.announce(someone('bob'), says(1, null));
    expect(owners.of(1)).toBeUndefined();
  });
});

describe('leaving', () => {
  test('removes the state at once and tells everybody', () => {
    const { presence } = world();
    const alice = someone('alice');
    presence.announce(alice, says(1, { at: 1 }));
    const [seen] = read(presence.take()?.states);
    presence.leave(alice);
    expect(presence.statesFor(someone('bob'))).toBeNull();
    const [gone] = read(presence.take()?.states);
    expect(gone).toMatchObject({ client: 1, state: null });
    expect(gone?.clock).toBeGreaterThan(seen?.clock ?? Infinity);
  });

  test('and coming back is newer than what anybody remembers, also for a server that has forgotten', () => {
    const before = world();
    const alice = someone('alice');
    before.presence.announce(alice, says(1, { at: 1 }));
    const [seen] = read(before.presence.take()?.states);
    const after = world();
    after.timers.pass(1);
    after.presence.announce(someone('alice'), says(1, { at: 1 }));
    const [again] = read(after.presence.take()?.states);
    expect(again?.clock).toBeGreaterThan(seen?.clock ?? Infinity);
  });
});

test('a tick holds the latest that fit, and the next one the rest', () => {
  const { presence, timers } = world();
  const holders = Array.from({ length: 100 }, (_, at) => someone(`seat${at}`));
  for (const [at, holder] of holders.entries()) {
    presence.announce(holder, says(at, { at }));
    timers.pass(1);
  }
  const first = read(presence.take()?.states).map(({ client }) => client);
  const second = read(presence.take()?.states).map(({ client }) => client);
  expect(first).toHaveLength(SYNC_LIMITS.awarenessPerTick);
  expect(Math.min(...first)).toBe(40);
  expect([...first, ...second].sort((a, b) => a - b)).toEqual(holders.map((_, at) => at));
  expect(presence.take()).toBeNull();
});

test('somebody new is shown everybody else, and the own other devices once the own id is known', () => {
  const { presence } = world();
  const [phone, bob] = [someone('alice'), someone('bob')];
  presence.announce(phone, says(1, { on: 'phone' }));
  presence.announce(bob, says(2, { on: 'laptop' }));
  presence.take();
  const laptop = someone('alice');
  expect(read(presence.statesFor(laptop)).map(({ client }) => client)).toEqual([2]);
  presence.announce(laptop, says(3, { on: 'laptop' }));
  expect(read(presence.take()?.without(laptop)).map(({ client }) => client)).toEqual([1]);
});
