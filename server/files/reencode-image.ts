import { createHash } from 'node:crypto';
import type { Sharp, SharpOptions } from 'sharp';
import { IMAGE_SIDE_MAX } from '#shared/protocol/limits.ts';
import type { StoredImage } from '#shared/protocol/http.ts';
import { Mutex } from '#server/storage/mutex.ts';
import type { PageFile } from '#server/storage/page-files.ts';

/** Pixels that are decoded at all, four bytes each: a small file can say that it is a hundred thousand wide. */
const PIXELS_MAX = 24_000_000;
const QUALITY = 86;

/** How the sorts begin that are taken in. No SVG, which is a program; no GIF, which moves. */
const BEGINNINGS: readonly (readonly (number | null)[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  // `RIFF`, four bytes of length, `WEBP`.
  [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
];

const isTakenIn = (bytes: Uint8Array): boolean =>
  BEGINNINGS.some((beginning) => beginning.every((byte, at) => byte === null || bytes[at] === byte));

/** One at a time: a decoded picture is a hundred megabytes, and there is a workshop to run meanwhile. */
const turns = new Mutex();

export interface Reencoded {
  readonly file: PageFile;
  readonly image: StoredImage;
}

/**
 * Decodes a picture and makes a new one of its pixels, upright, without anything else that the file carried: place, camera, names, and what
 * was hidden in it. `null` for what is no picture, or a damaged one.
 */
export async function reencodeImage(bytes: Uint8Array): Promise<Reencoded | null> {
  if (!isTakenIn(bytes)) return null;
  const picture = await pictureOf(bytes);
  return turns.run(async () => {
    try {
      const { data, info } = await picture
        .autoOrient()
        .resize({ width: IMAGE_SIDE_MAX, height: IMAGE_SIDE_MAX, fit: 'inside', withoutEnlargement: true })
        .webp({ quality: QUALITY, smartSubsample: true })
        .toBuffer({ resolveWithObject: true });
      const hash = createHash('sha256').update(data).digest('hex');
      return {
        file: { hash, type: 'image/webp', data },
        image: { hash, width: info.width, height: info.height },
      };
    } catch {
      // The decoder's own words are of no use to anybody.
      return null;
    }
  });
}

/** Loaded at the first picture: a machine that the library was not built for runs workshops without any. */
async function pictureOf(bytes: Uint8Array): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const options: SharpOptions = { failOn: 'error', limitInputPixels: PIXELS_MAX, animated: false };
  return sharp(bytes, options);
}
