import type { InkPoint } from './ink-point.ts';

/** A change of pressure from nothing to full weighs as much as a step of this many tolerances: it is seen in the width alone. */
const PRESSURE_WEIGHT = 16;

/**
 * Leaves out the points that a line drawn straight past them would miss by no more than `tolerance` (Ramer, Douglas and Peucker). The first
 * and the last stay. Without recursion: a stroke may have thousands of points.
 */
export function simplifyInk(points: readonly InkPoint[], tolerance: number): readonly InkPoint[] {
  const keeps = new Uint8Array(points.length);
  keeps[0] = 1;
  keeps[points.length - 1] = 1;
  const spans: [from: number, to: number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    const worst = farthest(points, from, to, tolerance);
    if (worst === null) continue;
    keeps[worst] = 1;
    spans.push([from, worst], [worst, to]);
  }
  return points.filter((_, index) => keeps[index] === 1);
}

/** The point between the two that lies farthest from the line between them; `null` when all are near enough. */
function farthest(points: readonly InkPoint[], from: number, to: number, tolerance: number): number | null {
  const [a, b] = [points[from], points[to]];
  if (a === undefined || b === undefined) return null;
  let worst: number | null = null;
  let most = tolerance;
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index];
    const off = point === undefined ? 0 : distanceToSpan(point, a, b, tolerance * PRESSURE_WEIGHT);
    if (off > most) [worst, most] = [index, off];
  }
  return worst;
}

/** Distance from a point to the line between two others, with pressure as a third dimension. */
function distanceToSpan(point: InkPoint, a: InkPoint, b: InkPoint, weight: number): number {
  const [dx, dy, dz] = [b[0] - a[0], b[1] - a[1], (b[2] - a[2]) * weight];
  const [px, py, pz] = [point[0] - a[0], point[1] - a[1], (point[2] - a[2]) * weight];
  const length = dx * dx + dy * dy + dz * dz;
  const share = length === 0 ? 0 : clamp((px * dx + py * dy + pz * dz) / length);
  return Math.hypot(px - share * dx, py - share * dy, pz - share * dz);
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
