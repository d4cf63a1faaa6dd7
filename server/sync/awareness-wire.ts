import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One state as it travels: `json` is `'null'` when the client has gone. */
export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  readonly json: string;
}

export const encodeStates = (entries: readonly AwarenessEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { client, clock, json } of entries) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });

/** No states at all: to a stock client a sign of life, and nothing else. */
export const NO_STATES = encodeStates([]);

/**
 * The first entry `wanted` says yes to, with its JSON still text; stock clients send everybody else's states back, and those are
 * passed over unread. Throws when the bytes are no awareness update.
 */
export function findState(states: Uint8Array, wanted: (client: number) => boolean): AwarenessEntry | null {
  const decoder = decoding.createDecoder(states);
  let found: AwarenessEntry | null = null;
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const json = decoding.readVarUint8Array(decoder);
    if (found === null && wanted(client)) found = { client, clock, json: new TextDecoder().decode(json) };
  }
  return found;
}
