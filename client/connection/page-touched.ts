import type * as Y from 'yjs';

/** One field of one object that a transaction changed; `key` is `null` when the object itself came or went. */
export interface Touched {
  readonly id: string;
  readonly key: string | null;
}

/** What the events of `objects.observeDeep` say was changed. */
export const touchedFields = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): readonly Touched[] =>
  events.flatMap(touchedBy);

function touchedBy(event: Y.YEvent<Y.AbstractType<unknown>>): readonly Touched[] {
  const [id, key] = event.path;
  if (id === undefined) return changedKeys(event).map((added) => ({ id: added, key: null }));
  if (key === undefined) return changedKeys(event).map((changed) => ({ id: String(id), key: changed }));
  return [{ id: String(id), key: String(key) }];
}

const changedKeys = (event: Y.YEvent<Y.AbstractType<unknown>>): readonly string[] => [
  ...event.changes.keys.keys(),
];
