import type { Box } from '#shared/content/board-object.ts';
import { center, distance, type Point } from '#shared/geometry/box.ts';

/** Where the eye is: the board point in the top left corner of the view, and how many CSS pixels a board unit is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The view's size in CSS pixels. */
export interface ViewSize {
  readonly width: number;
  readonly height: number;
}

/** At the least, a board of ten thousand notes fits a laptop; at the most, a word fills it. */
export const ZOOM = { least: 0.02, most: 4 } as const;

/** CSS transforms lose precision far out, and nobody finds what lies there. */
const FARTHEST = 100_000;

/** Air around what is zoomed to, CSS pixels; more below, where the tools are. */
const FIT_MARGIN = 40;
const FIT_MARGIN_BELOW = 88;
/** What can be read with ease, and what can be read at all. */
const LEGIBLE = { whole: 0.65, least: 0.4 } as const;
/** Narrower than this, the commands for what is selected stand above the tools and cover as much again. */
const NARROW = { width: 544, marginBelow: 150 } as const;

export const toBoard = (camera: Camera, [x, y]: Point): Point => [
  camera.x + x / camera.zoom,
  camera.y + y / camera.zoom,
];

export const toScreen = (camera: Camera, [x, y]: Point): Point => [
  (x - camera.x) * camera.zoom,
  (y - camera.y) * camera.zoom,
];

/** What of the board is in view. */
export const viewBox = (camera: Camera, { width, height }: ViewSize): Box => [
  camera.x,
  camera.y,
  width / camera.zoom,
  height / camera.zoom,
];

export const cameraCenter = (camera: Camera, size: ViewSize): Point => center(viewBox(camera, size));

/** The closest camera that has the whole box in view, in its middle. */
export function containing(box: Box, { width, height }: ViewSize): Camera {
  const zoom = clamp(Math.min(width / box[2], height / box[3]), ZOOM.least, ZOOM.most);
  const [x, y] = center(box);
  return bounded({ zoom, x: x - width / zoom / 2, y: y - height / zoom / 2 });
}

/** Moves what is seen by CSS pixels: to the right and down when positive, as a hand would. */
export const pan = (camera: Camera, dx: number, dy: number): Camera =>
  bounded({ ...camera, x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom });

/** Zooms about a point of the view: what is under it stays under it. */
export function zoomAt(camera: Camera, at: Point, factor: number): Camera {
  const zoom = clamp(camera.zoom * factor, ZOOM.least, ZOOM.most);
  const [x, y] = toBoard(camera, at);
  return bounded({ zoom, x: x - at[0] / zoom, y: y - at[1] / zoom });
}

export const zoomTo = (camera: Camera, size: ViewSize, zoom: number): Camera =>
  zoomAt(camera, [size.width / 2, size.height / 2], zoom / camera.zoom);

/** Two fingers moved from `before` to `after`: what is between them stays between them. */
export function pinch(
  camera: Camera,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): Camera {
  const spread = distance(...before);
  const from = middle(before);
  const to = middle(after);
  const moved = pan(camera, to[0] - from[0], to[1] - from[1]);
  return zoomAt(moved, to, spread === 0 ? 1 : distance(...after) / spread);
}

/** The camera that shows the whole box in the middle, at most at its natural size. */
export function fit(box: Box, size: ViewSize): Camera {
  const width = Math.max(1, size.width - 2 * FIT_MARGIN);
  const height = Math.max(1, size.height - FIT_MARGIN - FIT_MARGIN_BELOW);
  const zoom = clamp(Math.min(width / Math.max(1, box[2]), height / Math.max(1, box[3])), ZOOM.least, 1);
  return lookAt(center(box), zoom, { width: size.width, height: height + 2 * FIT_MARGIN });
}

/** The camera of a map of this size that has the whole box on it, whatever the zoom. */
export function overview(box: Box | null, { width, height }: ViewSize): Camera {
  const [, , wide, high] = box ?? [0, 0, 1, 1];
  const margin = 1.1;
  const zoom = Math.min(1, width / (wide * margin), height / (high * margin));
  return lookAt(box === null ? [0, 0] : center(box), zoom, { width, height });
}

/**
 * Where to begin: the whole board when it can be read so; else its beginning, as wide as the view allows. A board that nobody can read
 * is a picture of a board.
 */
export function firstLook(extent: Box | null, size: ViewSize): Camera {
  if (extent === null) return lookAt([0, 0], 1, size);
  const whole = fit(extent, size);
  if (whole.zoom >= LEGIBLE.whole) return whole;
  const [x, y, width] = extent;
  const zoom = clamp((size.width - 2 * FIT_MARGIN) / Math.max(1, width), LEGIBLE.least, 1);
  const spare = Math.max(0, size.width / zoom - width - (2 * FIT_MARGIN) / zoom);
  return bounded({ zoom, x: x - FIT_MARGIN / zoom - spare / 2, y: y - FIT_MARGIN / zoom });
}

/** The camera that has the box in the middle, whole and large enough to read; as close as the eye is already, if that is closer. */
export function approach(camera: Camera, size: ViewSize, box: Box): Camera {
  const whole = fit(box, size);
  const zoom = Math.min(whole.zoom, Math.max(camera.zoom, LEGIBLE.whole));
  return zoomTo(whole, { ...size, height: size.height - (FIT_MARGIN_BELOW - FIT_MARGIN) }, zoom);
}

/** The camera that has a board point in the middle. */
export const lookAt = ([x, y]: Point, zoom: number, { width, height }: ViewSize): Camera =>
  bounded({ zoom, x: x - width / 2 / zoom, y: y - height / 2 / zoom });

/** Moves the view no more than needed to have the box in it; a box larger than the view is centred. */
export function reveal(camera: Camera, size: ViewSize, box: Box): Camera {
  const margin = FIT_MARGIN / camera.zoom;
  const marginBelow = size.width < NARROW.width ? NARROW.marginBelow : FIT_MARGIN_BELOW;
  const below = Math.min(marginBelow, size.height / 4) / camera.zoom;
  const [left, top, width, height] = viewBox(camera, size);
  const dx = shift(left, left + width, box[0] - margin, box[0] + box[2] + margin);
  const dy = shift(top, top + height, box[1] - margin, box[1] + box[3] + below);
  return dx === 0 && dy === 0 ? camera : bounded({ ...camera, x: camera.x + dx, y: camera.y + dy });
}

/** The same view, moved by less than a pixel so that text at rest lies on whole pixels. */
export function snapped(camera: Camera): Camera {
  const snap = (value: number): number => Math.round(value * camera.zoom) / camera.zoom;
  return { ...camera, x: snap(camera.x), y: snap(camera.y) };
}

function shift(viewFrom: number, viewTo: number, from: number, to: number): number {
  if (to - from > viewTo - viewFrom) return (from + to - viewFrom - viewTo) / 2;
  if (from < viewFrom) return from - viewFrom;
  return to > viewTo ? to - viewTo : 0;
}

const bounded = ({ x, y, zoom }: Camera): Camera => ({
  x: clamp(x, -FARTHEST, FARTHEST),
  y: clamp(y, -FARTHEST, FARTHEST),
  zoom,
});

const middle = ([a, b]: readonly [Point, Point]): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
