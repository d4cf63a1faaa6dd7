import { beforeEach, describe, expect, test } from 'vitest';
import type { Bus } from '#server/bus/bus.ts';
import { eventually } from '../../support/eventually.ts';
import type { BusHarness, MakeBusHarness } from './bus-harness.ts';
import { Listener } from './listener.ts';

const TOPIC = 'w1/page/inventory';
const say = (bus: Bus, text: string, topic = TOPIC): void => bus.publish(topic, Buffer.from(text));

export function busContract(makeHarness: MakeBusHarness): void {
  describe('a bus', () => {
    let line: BusHarness;
    let alice: Bus;
    let bob: Bus;

    beforeEach(async () => {
      line = await makeHarness();
      [alice, bob] = [line.join(), line.join()];
      await eventually(() => alice.isUp && bob.isUp, 'both are on the line');
    });

    test('carries what one server says to all others, and never back', async () => {
      const carol = line.join();
      const [own, bobs, carols] = await Promise.all(
        [alice, bob, carol].map((bus) => Listener.on(bus, TOPIC)),
      );
      say(alice, 'note');
      await bobs?.hears('note');
      await carols?.hears('note');
      say(bob, 'reply');
      await own?.hears('reply');
      expect(own?.messages).toEqual(['reply']);
    });

    test('says which server it comes from, each by a name of its own', async () => {
      const [own, carols] = await Promise.all([Listener.on(alice, TOPIC), Listener.on(line.join(), TOPIC)]);
      say(bob, 'from bob');
      await Promise.all([own.hears('from bob'), carols.hears('from bob')]);
      expect(carols.nodes).toEqual(own.nodes);
      say(alice, 'from alice');
      await carols.hears('from alice');
      expect(carols.nodes.size).toBe(2);
    });

    test('leaves the bytes as they are, also none and a megabyte', async () => {
      const received: Uint8Array[] = [];
      let joined = false;
      bob.subscribe(TOPIC, {
        heard: (message) => received.push(message),
        joined: () => (joined = true),
      });
      await eventually(() => joined, 'joined');
      const sent = [new Uint8Array(), new Uint8Array([0, 255, 13, 10, 128]), new Uint8Array(1 << 20).fill(7)];
      for (const message of sent) alice.publish(TOPIC, message);
      await eventually(() => received.length === sent.length, 'all of them');
      for (const message of sent)
        expect(received.some((each) => Buffer.compare(each, message) === 0)).toBe(true);
    });

    test('keeps topics apart', async () => {
      const [here, there] = await Promise.all([Listener.on(bob, TOPIC), Listener.on(bob, 'w2/page/welcome')]);
      say(alice, 'here');
      say(alice, 'there', 'w2/page/welcome');
      await Promise.all([here.hears('here'), there.hears('there')]);
      expect(here.messages).toEqual(['here']);
      expect(there.messages).toEqual(['there']);
    });

    test('tells every subscriber of a topic, and goes on when one leaves', async () => {
      const one = await Listener.on(bob, TOPIC);
      const other = await Listener.on(bob, TOPIC);
      say(alice, 'both');
      await Promise.all([one.hears('both'), other.hears('both')]);
      one.leave();
      say(alice, 'one');
      await other.hears('one');
      expect(one.messages).toEqual(['both']);
    });

    test('tells whoever comes back to a topic that nobody had any more', async () => {
      (await Listener.on(bob, TOPIC)).leave();
      const again = await Listener.on(bob, TOPIC);
      say(alice, 'again');
      await again.hears('again');
    });

    test('goes on when a subscriber fails', async () => {
      bob.subscribe(TOPIC, {
        heard: () => {
          throw new Error('cannot read that');
        },
        joined: () => {},
      });
      const other = await Listener.on(bob, TOPIC);
      say(alice, 'one');
      say(alice, 'two');
      await Promise.all([other.hears('one'), other.hears('two')]);
    });

    test('says when nobody can be heard, loses what is said then, and says when it works again', async () => {
      const listener = await Listener.on(bob, TOPIC);
      await line.takeDown();
      await eventually(() => !alice.isUp && !bob.isUp, 'both know');
      say(alice, 'lost');
      const joins = listener.joins;
      await line.bringUp();
      await eventually(() => listener.joins > joins && alice.isUp, 'they hear each other again');
      say(alice, 'found');
      await listener.hears('found');
      expect(listener.messages).toEqual(['found']);
    });

    test('tells those who subscribe while it is down when it works', async () => {
      await line.takeDown();
      await eventually(() => !bob.isUp, 'it is known');
      const subscribing = Listener.on(bob, TOPIC);
      await line.bringUp();
      const listener = await subscribing;
      await eventually(() => alice.isUp, 'alice is back as well');
      say(alice, 'found');
      await listener.hears('found');
    });

    test('takes what is said after it is closed for lost', async () => {
      await alice.close();
      expect(() => say(alice, 'too late')).not.toThrow();
    });
  });
}
