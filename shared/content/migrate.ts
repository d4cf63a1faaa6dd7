import type { Kind } from './board-object.ts';

/** The keys and values of an object as they lie in its map. */
export type StoredObject = Readonly<Record<string, unknown>>;

/**
 * What an object of one version says in the next: the keys that are new, worked out from those it has. A key that is in use never gets
 * another meaning (a new one is made for it), and none is taken away, since a tab that was opened before the upgrade goes on reading and
 * writing the old ones.
 */
export type Migration = (object: StoredObject) => StoredObject;

/** From version 1 to 2 first, then from 2 to 3. Every kind is at its first version so far. */
export const MIGRATIONS: Readonly<Partial<Record<Kind, readonly Migration[]>>> = {};

/**
 * An object of an older version as the present one reads it. Done at every reading and never written back: an upgrade would otherwise be an
 * edit of every object by whoever opens a page first, and would collide with what others are writing. What is stored under a key
 * wins over what a migration works out for it, because somebody has set it since. A version that is newer than ours is read as it lies.
 */
export function migrate(
  object: StoredObject,
  version: number,
  migrations: readonly Migration[],
): StoredObject {
  return migrations.slice(version - 1).reduce((before, step) => ({ ...step(before), ...before }), object);
}
