/** The entries of both, the second's ahead of the first's. */
export const overlaid = <Key, Value>(
  under: ReadonlyMap<Key, Value>,
  over: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> => new Map([...under, ...over]);
