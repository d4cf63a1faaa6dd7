import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageOrder } from '#client/model/page-model-order.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { ORDER_KEY_MAX } from '#shared/kernel/order-key.ts';
import { PAGE_OBJECTS_MAX, UPDATE_MAX_BYTES } from '#shared/protocol/limits.ts';

/** Few keys for many objects, some of them no keys at all: more ties and damage than a day of workshops makes. */
const keys = fc.array(fc.constantFrom('a0', 'a0V', 'a1', 'a2', '~', '!', 'a1!'), {
  minLength: 1,
  maxLength: 9,
});

const moves = fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 });

test('whatever keys there are, every move puts the object where it was asked to be and leaves the rest in order', () => {
  fc.assert(
    fc.property(keys, moves, (start, steps) => {
      const order = new PageOrder();
      start.forEach((key, i) => order.place(`o${i}` as ObjectId, key));
      for (const [which, where] of steps) {
        const id = at(order.ids, which);
        const before = at([...order.ids, null], where);
        const expected = moved(order.ids, id, before);
        for (const [each, key] of order.keysToMove(id, before)) order.place(each, key);
        expect(order.ids).toEqual(expected);
      }
    }),
  );
});

test('a move among keys that leave room changes one key', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), moves, (count, steps) => {
      const order = new PageOrder();
      for (const [i, key] of order.keysAtEnd(count).entries()) order.place(`o${i}` as ObjectId, key);
      for (const [which, where] of steps) {
        const changed = order.keysToMove(at(order.ids, which), at([...order.ids, null], where));
        for (const [id, key] of changed) order.place(id, key);
        expect(changed.size).toBeLessThanOrEqual(1);
      }
    }),
  );
});

/** At the very ends of what can be a key, and as long as the server takes. */
const EXTREME = [
  'a0V',
  `a0${'V'.repeat(ORDER_KEY_MAX - 2)}`,
  `a0${'V'.repeat(ORDER_KEY_MAX - 3)}W`,
  `${'z'.repeat(27)}${'z'.repeat(ORDER_KEY_MAX - 27)}`,
  `A${'0'.repeat(ORDER_KEY_MAX - 2)}1`,
];

test('no keys another program may leave make a move impossible, or an object that is to come last', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...EXTREME), { minLength: 1, maxLength: 9 }),
      moves,
      (start, steps) => {
        const order = new PageOrder();
        start.forEach((key, i) => order.place(`o${i}` as ObjectId, key));
        for (const [which, where] of steps) {
          const id = at(order.ids, which);
          const before = at([...order.ids, null], where);
          const expected = moved(order.ids, id, before);
          for (const [each, key] of order.keysToMove(id, before)) {
            expect(key.length).toBeLessThanOrEqual(ORDER_KEY_MAX);
            order.place(each, key);
          }
          expect(order.ids).toEqual(expected);
          expect(order.keysAtEnd(1)[0]?.length).toBeLessThanOrEqual(ORDER_KEY_MAX);
        }
      },
    ),
  );
});

test('thousands of moves into one gap leave short keys, and the neighbours’ change now and then only', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), (sides) => {
      const order = new PageOrder();
      for (const [i, key] of order.keysAtEnd(8).entries()) order.place(`o${i}` as ObjectId, key);
      let changes = 0;
      for (let step = 0; step < 3_000; step += 1) {
        // Round and round into the middle, from either side of it.
        const id = at(sides, step) ? at(order.ids, order.ids.length - 1) : at(order.ids, 0);
        const before = at(order.ids, 4);
        const expected = moved(order.ids, id, before);
        for (const [each, key] of order.keysToMove(id, before)) {
          expect(key.length).toBeLessThanOrEqual(128);
          order.place(each, key);
          changes += 1;
        }
        expect(order.ids).toEqual(expected);
      }
      expect(changes).toBeLessThan(3_300);
    }),
    { numRuns: 16 },
  );
});

test('a crowd of as many objects as a page holds is left with an update of ordinary size', () => {
  const order = new PageOrder();
  for (let i = 0; i < PAGE_OBJECTS_MAX; i += 1)
    order.place(
      `o${String(i).padStart(5, '0')}` as ObjectId,
      `a0${'V'.repeat(500)}${String(i).padStart(5, '0')}1`,
    );
  const keys = order.keysToMove('o00000' as ObjectId, 'o05000' as ObjectId);
  const bytes = [...keys.values()].reduce((sum, key) => sum + key.length + 30, 0);
  expect(bytes).toBeLessThan(UPDATE_MAX_BYTES);
});

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The plain list that the keys stand for. */
function moved(ids: readonly ObjectId[], id: ObjectId, before: ObjectId | null): readonly ObjectId[] {
  if (id === before) return ids;
  const rest = ids.filter((other) => other !== id);
  return rest.toSpliced(before === null ? rest.length : rest.indexOf(before), 0, id);
}
