import { createRequire } from 'node:module';
import { peerFile } from '../peer-file.ts';
import type { TraceEvent } from './trace.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly data: Uint8Array;
}

interface JpegDecoder {
  decode(data: Buffer, options: { readonly useTArray: true; readonly formatAsRGBA: false }): Picture;
}

/** Pixels that differ by more than this in their three colours together have changed: a blinking caret and compression do less. */
const CHANGED_BY = 48;
const CHANGED_SHARE = 0.005;

/**
 * When the picture was complete, ms after the page was asked for: the first frame after which less than half a percent of the pixels still
 * change. The program is not asked what it thinks of it. `null` when nothing was drawn.
 */
export function pictureComplete(events: readonly TraceEvent[], url: string): number | null {
  const jpeg = createRequire(peerFile('package.json'))('jpeg-js') as JpegDecoder;
  const start = events.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith(url) === true,
  );
  if (start === undefined) return null;
  const shots = events
    .filter(({ name, ts }) => name === 'Screenshot' && ts >= start.ts)
    .sort((a, b) => a.ts - b.ts);
  const last = shots.at(-1);
  if (last === undefined) return null;
  const pictureOf = ({ args }: TraceEvent): Picture =>
    jpeg.decode(Buffer.from(args?.snapshot ?? '', 'base64'), { useTArray: true, formatAsRGBA: false });
  const complete = pictureOf(last);
  const different = shots.findLast(
    (shot) =>
      shot.args?.snapshot !== last.args?.snapshot && changedShare(pictureOf(shot), complete) > CHANGED_SHARE,
  );
  const first = different === undefined ? shots[0] : shots[shots.indexOf(different) + 1];
  return ((first ?? last).ts - start.ts) / 1000;
}

function changedShare(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  const at = (picture: Picture, index: number): number => picture.data[index] ?? 0;
  const pixels = a.width * a.height;
  let changed = 0;
  for (let index = 0; index < pixels * 3; index += 3) {
    const apart = [0, 1, 2].reduce(
      (sum, color) => sum + Math.abs(at(a, index + color) - at(b, index + color)),
      0,
    );
    if (apart > CHANGED_BY) changed += 1;
  }
  return changed / pixels;
}
