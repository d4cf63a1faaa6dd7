import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Anchor } from '#client/board/connectors/anchor.ts';
import { headPath, linePath } from '#client/board/connectors/connector-path.ts';
import { routeBetween } from '#client/board/connectors/route.ts';
import type { Box } from '#shared/content/board-object.ts';
import { CONNECTOR_HEADS, CONNECTOR_ROUTES } from '#shared/content/kinds/connector.ts';
import { center, contains, inflate, translate, type Point } from '#shared/geometry/box.ts';

const coordinate = fc.integer({ min: -3_000, max: 3_000 });
const side = fc.integer({ min: 1, max: 600 });
const box: fc.Arbitrary<Box> = fc.tuple(coordinate, coordinate, side, side);
const bound: fc.Arbitrary<Anchor> = fc.record({
  box,
  form: fc.constantFrom('box', 'ellipse', 'diamond'),
  point: fc.constant(null),
});
const free: fc.Arbitrary<Anchor> = fc
  .tuple(coordinate, coordinate)
  .map(([x, y]) => ({ box: [x, y, 0, 0], form: 'box', point: [x, y] }));
const anchor = fc.oneof(bound, free);
const type = fc.constantFrom(...CONNECTOR_ROUTES);

/** How many times the way from the middle to the edge a point is: 1 on the edge. */
function spanOf({ box: at, form }: Anchor, point: Point): number {
  const [x, y] = center(at);
  const [across, down] = [Math.abs(point[0] - x) / (at[2] / 2), Math.abs(point[1] - y) / (at[3] / 2)];
  if (form === 'box') return Math.max(across, down);
  return form === 'ellipse' ? Math.hypot(across, down) : across + down;
}

test('a route is finite and is drawn, whatever it lies between', () => {
  fc.assert(
    fc.property(type, anchor, anchor, (kind, from, to) => {
      const route = routeBetween(kind, from, to);
      expect([...route.points, ...route.line, route.label].flat().every(Number.isFinite)).toBe(true);
      expect(route.bounds.every(Number.isFinite)).toBe(true);
      for (const head of CONNECTOR_HEADS)
        for (const text of [linePath(route), headPath(route, 'from', head), headPath(route, 'to', head)])
          expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }),
  );
});

test('its ends meet the edges of what they are bound to, and free ends are where they are', () => {
  fc.assert(
    fc.property(type, anchor, anchor, (kind, from, to) => {
      const { points } = routeBetween(kind, from, to);
      for (const [at, end] of [
        [from, points[0]],
        [to, points.at(-1)],
      ] as const) {
        if (at.point !== null) expect(end).toEqual(at.point);
        else expect(spanOf(at, end ?? [NaN, NaN])).toBeCloseTo(1, 6);
      }
    }),
  );
});

test('its bounds hold all of it, and its words stand on it', () => {
  fc.assert(
    fc.property(type, anchor, anchor, (kind, from, to) => {
      const route = routeBetween(kind, from, to);
      for (const point of [...route.line, route.label])
        expect(contains(inflate(route.bounds, 1e-6), point)).toBe(true);
    }),
  );
});

test('moving both ends alike moves all of it alike', () => {
  const moved = (at: Anchor, dx: number, dy: number): Anchor => ({
    ...at,
    box: translate(at.box, dx, dy),
    point: at.point === null ? null : [at.point[0] + dx, at.point[1] + dy],
  });
  fc.assert(
    fc.property(type, anchor, anchor, coordinate, coordinate, (kind, from, to, dx, dy) => {
      const before = routeBetween(kind, from, to).line;
      const after = routeBetween(kind, moved(from, dx, dy), moved(to, dx, dy)).line;
      expect(after).toHaveLength(before.length);
      after.forEach(([x, y], i) => {
        expect(x).toBeCloseTo((before[i]?.[0] ?? NaN) + dx, 6);
        expect(y).toBeCloseTo((before[i]?.[1] ?? NaN) + dy, 6);
      });
    }),
  );
});

test('every part of an elbow runs along an axis', () => {
  fc.assert(
    fc.property(anchor, anchor, (from, to) => {
      const { points } = routeBetween('elbow', from, to);
      points.slice(1).forEach(([x, y], i) => {
        const [beforeX = NaN, beforeY = NaN] = points[i] ?? [];
        expect(x === beforeX || y === beforeY).toBe(true);
      });
    }),
  );
});
