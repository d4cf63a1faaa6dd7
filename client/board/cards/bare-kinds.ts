import type { Kind } from '#shared/content/board-object.ts';

/** Kinds that are no cards: what they look like is all their own, with no paper under it. */
const BARE: ReadonlySet<Kind> = new Set(['text', 'shape', 'stamp', 'frame', 'stroke', 'connector', 'image']);

export const isBare = (kind: Kind): boolean => BARE.has(kind);
