import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PageOrder } from '#client/model/page-model-order.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

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
      for (let i = 0; i < count; i += 1) order.place(`o${i}` as ObjectId, order.keyAtEnd());
      for (const [which, where] of steps) {
        const changed = order.keysToMove(at(order.ids, which), at([...order.ids, null], where));
        for (const [id, key] of changed) order.place(id, key);
        expect(changed.size).toBeLessThanOrEqual(1);
      }
    }),
  );
});

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The plain list that the keys stand for. */
function moved(ids: readonly ObjectId[], id: ObjectId, before: ObjectId | null): readonly ObjectId[] {
  if (id === before) return ids;
  const rest = ids.filter((other) => other !== id);
  return rest.toSpliced(before === null ? rest.length : rest.indexOf(before), 0, id);
}
