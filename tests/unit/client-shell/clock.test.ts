import { describe, expect, it } from 'vitest';
import { ServerClock } from '#client/connection/clock.ts';

const HOUR = 3_600_000;
const SERVER_AT_START = 1_760_000_000_000;

/** A server and a device on one true time, with a network between them that the test plays. */
function twoClocks(deviceError: number) {
  let elapsed = 0;
  const clock = new ServerClock({
    monotonic: () => 5_000 + elapsed,
    wall: () => SERVER_AT_START + elapsed + deviceError,
  });
  return {
    clock,
    serverNow: () => SERVER_AT_START + elapsed,
    pass: (ms: number) => (elapsed += ms),
    /** Each answer takes the next pair of milliseconds: there, and back. */
    ask: (journeys: readonly (readonly [there: number, back: number])[]) => {
      const left = [...journeys];
      return () => {
        const [there, back] = left.shift() ?? [0, 0];
        elapsed += there;
        const answer = SERVER_AT_START + elapsed;
        elapsed += back;
        return Promise.resolve(answer);
      };
    },
  };
}

describe('the server’s time', () => {
  it.each([
    ['two hours slow', -2 * HOUR],
    ['two hours fast', 2 * HOUR],
    ['right', 0],
  ])('is known on a device whose clock is %s', async (_case, deviceError) => {
    const { clock, serverNow, ask, pass } = twoClocks(deviceError);
    expect(clock.now() - serverNow()).toBe(deviceError);
    await clock.measure(
      ask([
        [10, 10],
        [10, 10],
        [10, 10],
        [10, 10],
        [10, 10],
      ]),
    );
    expect(clock.now()).toBe(serverNow());
    pass(HOUR);
    expect(clock.now()).toBe(serverNow());
  });

  it('comes from the quickest sample, whatever the lopsided ones say', async () => {
    const { clock, serverNow, ask } = twoClocks(HOUR);
    await clock.measure(
      ask([
        [900, 100],
        [5, 5],
        [30, 700],
        [10, 400],
        [300, 20],
      ]),
    );
    expect(clock.now()).toBe(serverNow());
  });

  it('is off by at most half the quickest round trip', async () => {
    const { clock, serverNow, ask } = twoClocks(HOUR);
    await clock.measure(
      ask([
        [80, 0],
        [200, 0],
        [0, 300],
        [90, 10],
        [100, 0],
      ]),
    );
    expect(clock.now() - serverNow()).toBe(40);
  });

  it('is measured anew after the device slept and its clock stood still', async () => {
    let asleep = 0;
    let elapsed = 0;
    const clock = new ServerClock({ monotonic: () => elapsed - asleep, wall: () => 0 });
    const ask = () => Promise.resolve(SERVER_AT_START + elapsed);
    await clock.measure(ask);
    elapsed = asleep = HOUR;
    await clock.measure(ask);
    expect(clock.now()).toBe(SERVER_AT_START + HOUR);
  });

  it('keeps what it knew when nobody answers', async () => {
    const { clock, serverNow, ask } = twoClocks(HOUR);
    await clock.measure(ask([[1, 1]]));
    await expect(clock.measure(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(clock.now()).toBe(serverNow());
  });
});
