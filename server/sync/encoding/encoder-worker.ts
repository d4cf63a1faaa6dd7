import { parentPort } from 'node:worker_threads';
import * as Y from 'yjs';
import type { EncodeReply, EncodeRequest } from './encoder-protocol.ts';

/** Replays a page and encodes it, where that holds up nobody. */
parentPort?.on('message', (request: EncodeRequest) => {
  const reply = answer(request);
  const bytes = reply.ok ? [reply.stateV2.buffer as ArrayBuffer] : [];
  parentPort?.postMessage(reply, bytes);
});

function answer({ id, base, updates, lengths }: EncodeRequest): EncodeReply {
  try {
    const doc = new Y.Doc();
    doc.transact(() => {
      if (base !== null) Y.applyUpdateV2(doc, base);
      let start = 0;
      for (const length of lengths) {
        Y.applyUpdate(doc, updates.subarray(start, start + length));
        start += length;
      }
    });
    const stateVector = Y.encodeStateVector(doc);
    const stateV2 = ownBytes(encodeVerified(doc, stateVector));
    doc.destroy();
    return { id, ok: true, stateV2, stateVector };
  } catch (error) {
    return { id, ok: false, error: String(error) };
  }
}

/** Throws when what has been encoded does not decode to the same state. */
function encodeVerified(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  const stateV2 = Y.encodeStateAsUpdateV2(doc);
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, stateV2);
  const same = Buffer.from(Y.encodeStateVector(copy)).equals(stateVector);
  const whole = copy.store.pendingStructs === null && copy.store.pendingDs === null;
  copy.destroy();
  if (!same || !whole) throw new Error('the state does not decode to what it was made of');
  return stateV2;
}

/** A buffer of its own, so that it can be handed over rather than copied. */
const ownBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
