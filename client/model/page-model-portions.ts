import type { NewObject } from '#shared/content/page-document.ts';
import { UPDATE_MAX_BYTES } from '#shared/protocol/limits.ts';

/** Half of what the server takes in one update: what an object costs is a rough guess. */
const PORTION_BYTES = UPDATE_MAX_BYTES / 2;
/** The keys of an object and its small values, as the update encodes them. */
const OBJECT_BYTES = 800;
/** UTF-8 of the characters that people here write. */
const BYTES_PER_CHARACTER = 3;

/** Objects in runs that each fit an update of their own. */
export function portionsOf(objects: readonly NewObject[]): readonly (readonly NewObject[])[] {
  const portions: NewObject[][] = [];
  let room = 0;
  for (const object of objects) {
    const bytes = bytesOf(object);
    if (bytes > room || portions.length === 0) {
      portions.push([]);
      room = PORTION_BYTES;
    }
    portions.at(-1)?.push(object);
    room -= bytes;
  }
  return portions;
}

const bytesOf = ({ fields }: NewObject): number =>
  Object.values(fields ?? {}).reduce<number>((sum, value) => sum + bytesOfValue(value), OBJECT_BYTES);

function bytesOfValue(value: unknown): number {
  if (typeof value === 'string') return value.length * BYTES_PER_CHARACTER;
  return Array.isArray(value) ? value.length * BYTES_PER_CHARACTER : 0;
}
