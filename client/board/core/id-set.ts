import type { ObjectId } from '#shared/kernel/ids.ts';

/** A set of ids that is replaced, never changed: what a signal can hold. */
export type IdSet = ReadonlySet<ObjectId>;

export const NO_IDS: IdSet = new Set();

export const setOf = (ids: Iterable<ObjectId>): IdSet => new Set(ids);

export const without = (ids: IdSet, gone: IdSet): IdSet => new Set([...ids].filter((id) => !gone.has(id)));

export const share = (a: IdSet, b: IdSet): boolean => [...a].some((id) => b.has(id));
