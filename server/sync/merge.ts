import * as Y from 'yjs';

/** Above this, merging costs more than the messages it saves. */
const MERGE_MAX = 200;
/** `mergeUpdates` is quadratic in the number of updates, so it is only ever given this many. */
const BRANCHES = 16;

/** The same updates as few messages. */
export const mergeForSending = (updates: readonly Uint8Array[]): readonly Uint8Array[] =>
  updates.length > MERGE_MAX ? updates : [mergeTree(updates)];

/** All updates as one. O(n log n), where merging them in one go takes minutes for a long log. */
export function mergeTree(updates: readonly Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) level = mergeGroups(level);
  return level[0] ?? Y.mergeUpdates([]);
}

function mergeGroups(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  const merged: Uint8Array[] = [];
  for (let start = 0; start < updates.length; start += BRANCHES)
    merged.push(Y.mergeUpdates(updates.slice(start, start + BRANCHES)));
  return merged;
}
