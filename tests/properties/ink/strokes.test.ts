import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InkPen } from '#client/board/ink/ink-pen.ts';
import type { InkPoint } from '#client/board/ink/ink-point.ts';
import { simplifyInk } from '#client/board/ink/simplify-ink.ts';
import { packStroke, unpackStroke } from '#client/board/ink/stroke-points.ts';
import { inkOutline } from '#client/board/ink/outline.ts';
import { INK_POINTS_MAX, INK_SCALE, INK_STRIDE, INK_TOOLS } from '#shared/content/kinds/stroke.ts';
import { LINE_WIDTHS } from '#shared/content/kinds/drawing.ts';
import { distance } from '#shared/geometry/box.ts';
import { distanceToSegment } from '#shared/geometry/polyline.ts';

const coordinate = fc.double({ min: -5_000, max: 5_000, noNaN: true });
const point: fc.Arbitrary<InkPoint> = fc.tuple(
  coordinate,
  coordinate,
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const points = fc.array(point, { minLength: 1, maxLength: 80 });
const style = fc.record({ tool: fc.constantFrom(...INK_TOOLS), lineWidth: fc.constantFrom(...LINE_WIDTHS) });

const flat = ([x, y]: InkPoint) => [x, y] as const;

/** From a point to the nearest part of a line through others. */
const distanceToAll = (at: InkPoint, line: readonly InkPoint[]): number =>
  Math.min(...line.map((from, i) => distanceToSegment(flat(at), flat(from), flat(line[i + 1] ?? from))));

test('a simplified line misses no point by more than the tolerance, and keeps both ends', () => {
  fc.assert(
    fc.property(points, fc.double({ min: 0.1, max: 200, noNaN: true }), (all, tolerance) => {
      const kept = simplifyInk(all, tolerance);
      expect([kept[0], kept.at(-1)]).toEqual([all[0], all.at(-1)]);
      for (const each of all) expect(distanceToAll(each, kept)).toBeLessThanOrEqual(tolerance + 1e-6);
    }),
  );
});

test('a straight line of even pressure is its two ends', () => {
  const line = Array.from({ length: 50 }, (_, i): InkPoint => [i * 3, i * 4, 0.5]);
  expect(simplifyInk(line, 0.1)).toEqual([line[0], line.at(-1)]);
});

test('what is stored is what was drawn, within half a step of the scale', () => {
  fc.assert(
    fc.property(points, style, (all, drawnWith) => {
      const { box, points: stored } = packStroke(all, drawnWith);
      expect(box.every(Number.isInteger)).toBe(true);
      expect(stored).toHaveLength(all.length * INK_STRIDE);
      expect(stored.every((each) => Number.isInteger(each) && each >= 0 && each <= INK_SCALE)).toBe(true);
      const step = Math.max(box[2], box[3]) / INK_SCALE;
      unpackStroke(stored, box[2], box[3]).forEach(([x, y, pressure], i) => {
        const drawn = all[i] ?? [0, 0, 0];
        expect(distance([x + box[0], y + box[1]], [drawn[0], drawn[1]])).toBeLessThanOrEqual(step);
        expect(Math.abs(pressure - drawn[2])).toBeLessThanOrEqual(0.005 + 1e-9);
      });
    }),
  );
});

test('the box of a stroke holds the whole width of its line', () => {
  fc.assert(
    fc.property(points, style, (all, drawnWith) => {
      const { box } = packStroke(all, drawnWith);
      const numbers = inkOutline(all, drawnWith).match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? [];
      numbers.forEach((text, i) => {
        const [start, length] = i % 2 === 0 ? [box[0], box[2]] : [box[1], box[3]];
        expect(Number(text)).toBeGreaterThanOrEqual(start - 0.01);
        expect(Number(text)).toBeLessThanOrEqual(start + length + 0.01);
      });
    }),
  );
});

test('a stroke however long is cut into pieces that can be stored, without a gap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000 }), fc.integer(), (length, seed) => {
      const pen = new InkPen(0.001);
      const drawn = Array.from({ length }, (_, i): InkPoint => [
        i * 5,
        (Math.imul(i + seed, 40_503) >>> 8) % 300,
        0.5,
      ]);
      for (const each of drawn) pen.add(each);
      const pieces = pen.finish();
      pieces.forEach((piece, i) => {
        expect(piece.length).toBeLessThanOrEqual(INK_POINTS_MAX);
        if (i > 0) expect(piece[0]).toEqual(pieces[i - 1]?.at(-1));
      });
      expect(pieces[0]?.[0]).toEqual(drawn[0]);
      expect(pieces.at(-1)?.at(-1)).toEqual(drawn.at(-1));
    }),
    { numRuns: 20 },
  );
});
