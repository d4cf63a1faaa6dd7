import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { binObject, objectsOf, type ObjectMap } from '#shared/content/page-document.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import { charactersOf, type Character } from './characters.ts';
import { TextSteps } from './text-steps.ts';

/** What makes an object the one it is: another under the same id is put in its place as a whole. */
const IDENTITY = ['kind', 'author', 'createdAt'] as const;

/**
 * Makes the page what it was `then`, by an edit like any other and as small a one as will do. What has come since goes to the
 * bin, where it can be found. Call inside a transaction.
 */
export function restoreObjects(live: Y.Doc, then: Y.Doc, now: EpochMs): void {
  const objects = objectsOf(live);
  const before = objectsOf(then);
  for (const [id, map] of before) restoreObject(objects, id, map);
  for (const [id, map] of objects)
    if (!before.has(id) && map.get('deletedAt') === undefined) binObject(map, now);
}

/** Makes one object what it was `then`, or puts it back. */
function restoreObject(objects: Y.Map<ObjectMap>, id: string, then: ObjectMap): void {
  const live = objects.get(id);
  if (live === undefined || IDENTITY.some((key) => live.get(key) !== then.get(key))) {
    objects.set(id, then.clone());
    return;
  }
  for (const key of new Set([...live.keys(), ...then.keys()])) restoreKey(live, key, then.get(key));
}

function restoreKey(live: ObjectMap, key: string, then: unknown): void {
  const now = live.get(key);
  if (now instanceof Y.Text && (then instanceof Y.Text || then === undefined)) restoreText(now, then);
  else if (then instanceof Y.Text) live.set(key, then.clone());
  else if (then === undefined) live.delete(key);
  else if (!isDeepStrictEqual(now, then)) live.set(key, then);
}

/**
 * Characters that have stood there all the while stay as they are, whatever has been written and deleted between them. `undefined`:
 * there was no such text.
 */
function restoreText(live: Y.Text, then: Y.Text | undefined): void {
  const text = then?.toJSON() ?? '';
  if (live.toJSON() === text) return;
  const wanted = then === undefined ? [] : [...charactersOf(then)];
  const places = new Map(wanted.map((character, index) => [nameOf(character), index]));
  const steps = new TextSteps();
  let reached = 0;
  let between = '';
  for (const character of charactersOf(live)) {
    const place = places.get(nameOf(character)) ?? -1;
    if (place < reached) {
      between += character.unit ?? '';
      continue;
    }
    steps.replace(between, text.slice(reached, place));
    steps.keep(1);
    between = '';
    reached = place + 1;
  }
  steps.replace(between, text.slice(reached));
  steps.applyTo(live);
}

const nameOf = ({ client, clock }: Character): string => `${client} ${clock}`;
