import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as Y from 'yjs';

/** A snapshot as it lies in the store. */
export interface EncodedSnapshot {
  /** Gzipped Yjs V2 state. */
  readonly state: Uint8Array;
  /** Hex, of the state before compression. */
  readonly sha256: string;
}

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Throws when the state is no Yjs V2 update: what cannot be read back is not kept. */
export async function encodeSnapshot(stateV2: Uint8Array): Promise<EncodedSnapshot> {
  Y.decodeUpdateV2(stateV2);
  return packSnapshot(stateV2);
}

/** As `encodeSnapshot`, for a state that has been read back already. */
export async function packSnapshot(stateV2: Uint8Array): Promise<EncodedSnapshot> {
  return { state: await compress(stateV2), sha256: sha256Of(stateV2) };
}

/** The state, or `null` when it is not what was once stored or cannot be read. */
export async function decodeSnapshot({ state, sha256 }: EncodedSnapshot): Promise<Uint8Array | null> {
  try {
    const stateV2 = new Uint8Array(await decompress(state));
    if (sha256Of(stateV2) !== sha256) return null;
    Y.decodeUpdateV2(stateV2);
    return stateV2;
  } catch {
    // Damage shows in as many ways as there are decoders; all of them mean the same here.
    return null;
  }
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
