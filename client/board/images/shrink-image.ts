import { IMAGE_SIDE_MAX } from '#shared/protocol/limits.ts';
import { shrunkSize } from './shrunk-size.ts';

const QUALITY = 0.9;
/** A browser that cannot write WebP writes PNG instead, which of a photograph is enormous. */
const WANTED = ['image/webp', 'image/jpeg'] as const;

/**
 * Makes a picture small enough to send, upright and without what the camera wrote into it. It is decoded at the size it will have, so that a
 * photograph of 40 megapixels fits a phone's memory. `null` for what the browser cannot read.
 */
export async function shrinkImage(file: Blob): Promise<Blob | null> {
  try {
    const { width, height } = shrunkSize(await sizeOf(file), IMAGE_SIDE_MAX);
    const bitmap = await createImageBitmap(file, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
    return await draw(bitmap);
  } catch {
    // Every browser has another error for a damaged picture.
    return null;
  }
}

/** Of the picture as it is shown: the browser reads no more than the head of the file for it. */
function sizeOf(file: Blob): Promise<{ readonly width: number; readonly height: number }> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  return new Promise<{ readonly width: number; readonly height: number }>((resolve, reject) => {
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => reject(new Error('no picture'));
    image.src = url;
  }).finally(() => URL.revokeObjectURL(url));
}

async function draw(bitmap: ImageBitmap): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  try {
    for (const type of WANTED) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, QUALITY));
      if (blob?.type === type) return blob;
    }
    return null;
  } finally {
    // Safari keeps a canvas's memory until it is asked not to.
    canvas.width = 0;
  }
}
