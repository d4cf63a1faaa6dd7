import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { binObject, objectsOf, type ObjectMap } from '#shared/content/page-document.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import { charactersOf } from './characters.ts';
import type { SeatChanges } from './seat-changes.ts';
import { TextSteps } from './text-steps.ts';

/**
 * Undoes what the seat has changed and nobody else has since: fields go back to what they were before it wrote, what it typed goes
 * and what it deleted comes back, what it made goes to the bin unless others have worked on it. The page may have gone on since
 * the changes were gathered; what is not as it was then is left alone. Call inside a transaction.
 */
export function revertSeat(live: Y.Doc, changes: SeatChanges, now: EpochMs): void {
  const objects = objectsOf(live);
  const settled = new Set([...putBack(objects, changes), ...binMade(objects, changes, now)]);
  for (const { id, key, before, now: written } of changes.fields()) {
    const object = objects.get(id);
    if (settled.has(id) || !isDeepStrictEqual(object?.get(key), written)) continue;
    if (before === undefined) object?.delete(key);
    else object?.set(key, before);
  }
  for (const [id, object] of objects) if (!settled.has(id)) revertTexts(object, changes);
}

/**
 * Objects that are gone come back; so do those the seat has put others in the place of, as redoing does, unless somebody has worked on
 * these: all they say is the seat's, what it said before as well. Returns the ids of all of them.
 */
function putBack(objects: Y.Map<ObjectMap>, changes: SeatChanges): readonly string[] {
  for (const [id, before] of objectsOf(changes.gone)) {
    const isSame = isDeepStrictEqual(objects.get(id)?.toJSON(), before.toJSON());
    if (!isSame && isUntouched(objects, id, changes)) objects.set(id, before.clone());
  }
  return [...objectsOf(changes.gone).keys()];
}

function binMade(objects: Y.Map<ObjectMap>, changes: SeatChanges, now: EpochMs): readonly string[] {
  const ids = [...changes.made].filter((id) => isUntouched(objects, id, changes));
  for (const id of ids) {
    const object = objects.get(id);
    if (object !== undefined && object.get('deletedAt') === undefined) binObject(object, now);
  }
  return ids;
}

function isUntouched(objects: Y.Map<ObjectMap>, id: string, changes: SeatChanges): boolean {
  if (changes.isWorkedOn(id)) return false;
  return isDeepStrictEqual(wordsOf(objects.get(id)), wordsOf(objectsOf(changes.doc).get(id)));
}

/** All that an object says, wherever it lies. */
function wordsOf(object: ObjectMap | undefined): unknown {
  const { box: _box, order: _order, deletedAt: _deletedAt, ...words } = object?.toJSON() ?? {};
  return words;
}

function revertTexts(object: ObjectMap, changes: SeatChanges): void {
  for (const text of object.values()) if (text instanceof Y.Text) revertText(text, changes);
}

function revertText(text: Y.Text, changes: SeatChanges): void {
  const steps = new TextSteps();
  for (const { client, clock, unit } of charactersOf(text, (id) => changes.lost.has(id))) {
    if (unit === null) steps.insert(changes.lost.unitAt(client, clock));
    else if (changes.wrote(client, clock)) steps.remove(1);
    else steps.keep(1);
  }
  steps.applyTo(text);
}
