import type { Field } from '../field.ts';

/** A picture. The file lies beside the page under the hash of its bytes; here is only which, and what it shows in words. */
export const IMAGE_FIELDS = [
  /** SHA-256 of the stored file, hex. */
  { key: 'hash', type: 'line' },
  { key: 'alt', type: 'prose' },
  { key: 'pixelWidth', type: 'count' },
  { key: 'pixelHeight', type: 'count' },
  /** Degrees clockwise. */
  { key: 'rotation', type: 'number' },
] as const satisfies readonly Field[];

export const IMAGE_SIZE = { width: 400, height: 300 } as const;
