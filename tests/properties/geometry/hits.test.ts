import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FRAME_TITLE_HEIGHT, hits } from '#client/board/core/hits.ts';
import { byDepth, STRATA, stratumOf } from '#client/board/core/strata.ts';
import { KINDS, type BoardObject, type Box, type Kind } from '#shared/content/board-object.ts';
import { INK_SCALE } from '#shared/content/kinds/stroke.ts';
import { contains, inflate, type Point } from '#shared/geometry/box.ts';
import { distanceToPolyline } from '#shared/geometry/polyline.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

const coordinate = fc.integer({ min: -2_000, max: 2_000 });
const side = fc.integer({ min: 60, max: 900 });
const anyBox = fc.tuple(coordinate, coordinate, side, side) as fc.Arbitrary<Box>;
const anyPoint = fc.tuple(coordinate, coordinate) as fc.Arbitrary<Point>;
const tolerance = fc.integer({ min: 0, max: 20 });
const share = fc.integer({ min: 0, max: INK_SCALE });
const ink = fc
  .array(fc.tuple(share, share), { minLength: 1, maxLength: 12 })
  .map((points) => points.flatMap(([x, y]) => [x, y, 50]));

const objectOf = (kind: Kind, box: Box, rest: Partial<BoardObject> = {}): BoardObject => ({
  id: 'o' as ObjectId,
  kind,
  box,
  order: 'a0',
  author: 'alice',
  createdAt: 0,
  deletedAt: null,
  fields: {},
  ...rest,
});

/** Half of the broadest line. */
const INK_REACH = 18;

const nothing = (): null => null;

test('a card is hit where it lies, and nowhere else', () => {
  fc.assert(
    fc.property(anyBox, anyPoint, tolerance, (box, point, near) => {
      expect(hits(objectOf('note', box), box, point, near, nothing)).toBe(contains(box, point));
    }),
  );
});

test('a frame is hit by its edge and its title, never in its middle or far off', () => {
  fc.assert(
    fc.property(anyBox, anyPoint, tolerance, (box, point, near) => {
      const isHit = hits(objectOf('frame', box), box, point, near, nothing);
      const isInside = contains(inflate(box, -near), point) && point[1] > box[1] + FRAME_TITLE_HEIGHT;
      expect(isHit).toBe(contains(inflate(box, near), point) && !isInside);
    }),
  );
});

test('a stroke is hit near its line only, and always at its own points', () => {
  fc.assert(
    fc.property(anyBox, ink, anyPoint, tolerance, (box, points, point, near) => {
      const object = objectOf('stroke', box, { fields: { points } });
      const [x, y, width, height] = box;
      const first: Point = [
        x + ((points[0] ?? 0) / INK_SCALE) * width,
        y + ((points[1] ?? 0) / INK_SCALE) * height,
      ];
      expect(hits(object, box, first, near, nothing)).toBe(true);
      if (hits(object, box, point, near, nothing))
        expect(contains(inflate(box, near + INK_REACH), point)).toBe(true);
    }),
  );
});

test('a connector is hit between the objects it joins, where these are now', () => {
  fc.assert(
    fc.property(anyBox, anyBox, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, along) => {
      const bound = new Map([
        ['a', { box: from, form: 'box' as const }],
        ['b', { box: to, form: 'box' as const }],
      ]);
      const fields = { from: 'a', to: 'b', fromPoint: [0, 0], toPoint: [1, 1] };
      const object = objectOf('connector', [0, 0, 1, 1], { fields });
      const end: Point = [to[0] + to[2], to[1] + to[3]];
      const point: Point = [from[0] + along * (end[0] - from[0]), from[1] + along * (end[1] - from[1])];
      expect(hits(object, object.box, point, 1, (id) => bound.get(id) ?? null)).toBe(true);
    }),
  );
});

test('the distance to a line is at most that to its ends, and none on it', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, anyPoint, (point, from, to) => {
      const far = distanceToPolyline(point, [from, to]);
      const ends = [from, to].map((end) => Math.hypot(point[0] - end[0], point[1] - end[1]));
      expect(far).toBeLessThanOrEqual(Math.min(...ends) + 1e-9);
      expect(distanceToPolyline(from, [from, to])).toBe(0);
    }),
  );
});

test('depth is an order: strata first, then the page’s order, alike whichever way it is asked', () => {
  const anyKind = fc.constantFrom(...(Object.keys(KINDS) as Kind[]));
  const anyObject = fc
    .tuple(anyKind, fc.constantFrom('a0', 'a1', 'a2'), fc.string({ minLength: 1, maxLength: 3 }))
    .map(([kind, order, id]) => objectOf(kind, [0, 0, 1, 1], { order, id: id as ObjectId }));
  fc.assert(
    fc.property(fc.array(anyObject, { maxLength: 30 }), (objects) => {
      const sorted = [...objects].sort(byDepth);
      const strata = sorted.map((object) => STRATA.indexOf(stratumOf(object)));
      expect(strata).toEqual([...strata].sort((a, b) => a - b));
      for (const a of objects)
        for (const b of objects) expect(Math.sign(byDepth(a, b)) + Math.sign(byDepth(b, a))).toBe(0);
    }),
  );
});
