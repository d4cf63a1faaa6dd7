import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { RedisBus } from '#server/bus/redis-bus.ts';
import { silentLogger } from '#server/logger.ts';
import { eventually } from '../../support/eventually.ts';
import { RedisServer } from '../../support/redis.ts';
import { busContract } from './bus-contract.ts';
import { Listener } from './listener.ts';

const TOPIC = 'w1/events';
let redis: RedisServer;

beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.kill());

let open: RedisBus[] = [];
afterEach(async () => {
  await Promise.all(open.map((bus) => bus.close()));
  open = [];
});

function join(): RedisBus {
  const bus = RedisBus.start({ url: redis.url, node: randomBytes(8).toString('hex'), logger: silentLogger });
  open.push(bus);
  return bus;
}

busContract(() => Promise.resolve({ join, takeDown: () => redis.kill(), bringUp: () => redis.restart() }));

describe('a bus over Redis', () => {
  test('finds out that Redis hangs, though every line to it stays open', async () => {
    const [alice, bob] = [join(), join()];
    const listener = await Listener.on(bob, TOPIC);
    await eventually(() => alice.isUp, 'both are on the line');
    const joins = listener.joins;
    redis.pause();
    try {
      await eventually(() => !alice.isUp && !bob.isUp, 'both know');
    } finally {
      redis.resume();
    }
    await eventually(() => listener.joins > joins && alice.isUp, 'they hear each other again');
    alice.publish(TOPIC, Buffer.from('found'));
    await listener.hears('found');
  });

  test('keeps nothing in Redis, so flushing it takes nothing away', async () => {
    const [alice, bob] = [join(), join()];
    const listener = await Listener.on(bob, TOPIC);
    await eventually(() => alice.isUp, 'both are on the line');
    alice.publish(TOPIC, Buffer.from('before'));
    await listener.hears('before');
    await redis.flush();
    alice.publish(TOPIC, Buffer.from('after'));
    await listener.hears('after');
    expect(bob.isUp).toBe(true);
  });

  test('starts without Redis, and finds it when it comes', async () => {
    await redis.kill();
    const bob = join();
    const listening = Listener.on(bob, TOPIC);
    expect(bob.isUp).toBe(false);
    await redis.restart();
    const [alice, listener] = [join(), await listening];
    await eventually(() => alice.isUp, 'alice is there');
    alice.publish(TOPIC, Buffer.from('found'));
    await listener.hears('found');
  });
});
