import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { SYNC_MESSAGE, type RejectionCode } from '#shared/protocol/sync.ts';

/** The y-protocols sub-types of a sync message. */
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** A decoded frame from a client. Its parts are still untrusted bytes. */
export type ClientMessage =
  | { readonly type: 'sync-step-1'; readonly stateVector: Uint8Array }
  | { readonly type: 'sync-step-2'; readonly update: Uint8Array }
  | { readonly type: 'update'; readonly update: Uint8Array }
  | { readonly type: 'awareness'; readonly states: Uint8Array }
  | { readonly type: 'query-awareness' }
  | { readonly type: 'barrier'; readonly n: number }
  /** The client has heard of its lost permission and has sent its last edit. */
  | { readonly type: 'stopped' };

/** One frame is exactly one message, as stock clients send it; `null` for anything else. */
export function decodeMessage(frame: Uint8Array): ClientMessage | null {
  try {
    const decoder = decoding.createDecoder(frame);
    const message = readMessage(decoder);
    return decoding.hasContent(decoder) ? null : message;
  } catch {
    // lib0 throws on every read beyond the end and on numbers beyond 2^53.
    return null;
  }
}

function readMessage(decoder: decoding.Decoder): ClientMessage | null {
  switch (decoding.readVarUint(decoder)) {
    case SYNC_MESSAGE.sync:
      return readSync(decoder);
    case SYNC_MESSAGE.awareness:
      return { type: 'awareness', states: decoding.readVarUint8Array(decoder) };
    case SYNC_MESSAGE.queryAwareness:
      return { type: 'query-awareness' };
    case SYNC_MESSAGE.barrier:
      return { type: 'barrier', n: decoding.readVarUint(decoder) };
    case SYNC_MESSAGE.permission:
      return readStopped(decoder);
    default:
      return null;
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage | null {
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === STEP_1) return { type: 'sync-step-1', stateVector: bytes };
  if (step === STEP_2) return { type: 'sync-step-2', update: bytes };
  return step === UPDATE ? { type: 'update', update: bytes } : null;
}

function readStopped(decoder: decoding.Decoder): ClientMessage | null {
  const write = decoding.readVarUint(decoder);
  decoding.readVarString(decoder);
  return write === 0 ? { type: 'stopped' } : null;
}

export const encodeSyncStep1 = (stateVector: Uint8Array): Uint8Array => encodeSync(STEP_1, stateVector);

export const encodeSyncStep2 = (update: Uint8Array): Uint8Array => encodeSync(STEP_2, update);

export const encodeUpdate = (update: Uint8Array): Uint8Array => encodeSync(UPDATE, update);

const encodeSync = (step: number, bytes: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

export const encodeAwareness = (states: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, states);
  });

export const encodeBarrier = (n: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.barrier);
    encoding.writeVarUint(encoder, n);
  });

export const encodePermission = (write: boolean, reason: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.permission);
    encoding.writeVarUint(encoder, write ? 1 : 0);
    encoding.writeVarString(encoder, reason);
  });

export const encodeRejected = (code: RejectionCode): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.rejected);
    encoding.writeVarString(encoder, code);
  });

export const encodeHello = (epoch: number, seq: number, now: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.hello);
    encoding.writeVarUint(encoder, epoch);
    encoding.writeVarUint(encoder, seq);
    encoding.writeVarUint(encoder, now);
  });
