import type { ObjectId } from '#shared/kernel/ids.ts';
import { isOrderKey, orderKeysBetween, type OrderKey } from '#shared/kernel/order-key.ts';

/** An object in the order of a page. */
export interface Place {
  readonly id: ObjectId;
  readonly order: OrderKey;
}

type Keys = ReadonlyMap<ObjectId, OrderKey>;

/** Some 700 moves into one gap make a key this long. */
const LONG = 128;
/** What the new keys of neighbours may measure at most: half of it, so that the next time is as many moves away again. */
const SHORT = LONG / 2;

/**
 * The keys that put an object at an index among others. Where only long keys would fit, those of the neighbours on one side are made
 * anew, twice as many each time until short ones fit: a few objects, since most often a key next to the crowd is short.
 */
export function keysAbout(id: ObjectId, others: readonly Place[], index: number): Keys {
  const own = keysIn(roomAt(others, index, 0, 0), id);
  if (longest(own) <= LONG) return own;
  for (let reach = 1; reach < 2 * others.length; reach *= 2) {
    for (const [down, up] of [
      [reach, 0],
      [0, reach],
    ] as const) {
      const keys = keysIn(roomAt(others, index, down, up), id);
      if (longest(keys) <= SHORT) return keys;
    }
  }
  return keysIn(roomAt(others, index, others.length, others.length), id);
}

interface Room {
  readonly floor: OrderKey | null;
  readonly ceiling: OrderKey | null;
  /** The ids that lie in the room on either side of the index. */
  readonly below: readonly ObjectId[];
  readonly above: readonly ObjectId[];
}

/** The nearest keys about an index, so many places further down and up at least, that leave room between them. */
function roomAt(places: readonly Place[], index: number, down: number, up: number): Room {
  const low = places.findLastIndex(({ order }, i) => i < index - down && isOrderKey(order));
  const floor = places[low]?.order ?? null;
  const high = places.findIndex(
    ({ order }, i) => i >= index + up && isOrderKey(order) && (floor === null || order > floor),
  );
  const end = high === -1 ? places.length : high;
  return {
    floor,
    ceiling: places[end]?.order ?? null,
    below: places.slice(low + 1, index).map(({ id }) => id),
    above: places.slice(index, end).map(({ id }) => id),
  };
}

function keysIn({ floor, ceiling, below, above }: Room, id: ObjectId): Keys {
  const moved = [...below, id, ...above];
  const keys = orderKeysBetween(floor, ceiling, moved.length);
  return new Map(keys.map((key, i) => [moved[i] ?? id, key]));
}

const longest = (keys: Keys): number => Math.max(...[...keys.values()].map((key) => key.length));
