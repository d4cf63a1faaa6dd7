import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { EpochMs } from '#shared/kernel/clock.ts';

/**
 * A page as it was written, to be played again: `GET …/history/playback`. The body is a run of frames, each a length (four bytes, the
 * highest first) and so many bytes: a kind (0 keyframe, 1 update, 2 end) and its fields in lib0's encoding. A keyframe comes first; updates are
 * applied to a document made from it, one after the other. A body that stops before its end has been cut off.
 */
export type PlaybackStep =
  | {
      readonly kind: 'keyframe';
      readonly seq: number;
      readonly at: EpochMs;
      /** Yjs V2 encoding. */
      readonly stateV2: Uint8Array;
    }
  | {
      readonly kind: 'update';
      /** Milliseconds since the step before. */
      readonly dt: number;
      /** Who wrote it: a seat or `'server'`; `null` to those who may not know. */
      readonly seat: string | null;
      /** Yjs V1 encoding. */
      readonly update: Uint8Array;
    }
  | { readonly kind: 'end' };

const KEYFRAME = 0;
const UPDATE = 1;
const END = 2;

const LENGTH_BYTES = 4;

export function encodePlaybackStep(step: PlaybackStep): Uint8Array {
  const body = encoding.encode((encoder) => writeStep(encoder, step));
  const frame = new Uint8Array(LENGTH_BYTES + body.byteLength);
  new DataView(frame.buffer).setUint32(0, body.byteLength);
  frame.set(body, LENGTH_BYTES);
  return frame;
}

/** Puts frames together from whatever pieces a body arrives in. */
export class PlaybackReader {
  #rest = new Uint8Array();

  /** The steps that are complete with this piece. Throws on what is no playback. */
  push(piece: Uint8Array): readonly PlaybackStep[] {
    this.#rest = joined(this.#rest, piece);
    const steps: PlaybackStep[] = [];
    for (let body = this.#nextBody(); body !== null; body = this.#nextBody()) steps.push(readStep(body));
    return steps;
  }

  #nextBody(): Uint8Array | null {
    const { buffer, byteOffset, byteLength } = this.#rest;
    if (byteLength < LENGTH_BYTES) return null;
    const end = LENGTH_BYTES + new DataView(buffer, byteOffset).getUint32(0);
    if (byteLength < end) return null;
    const body = this.#rest.slice(LENGTH_BYTES, end);
    this.#rest = this.#rest.subarray(end);
    return body;
  }
}

function writeStep(encoder: encoding.Encoder, step: PlaybackStep): void {
  switch (step.kind) {
    case 'keyframe':
      encoding.writeVarUint(encoder, KEYFRAME);
      encoding.writeVarUint(encoder, step.seq);
      encoding.writeVarUint(encoder, step.at);
      encoding.writeVarUint8Array(encoder, step.stateV2);
      return;
    case 'update':
      encoding.writeVarUint(encoder, UPDATE);
      encoding.writeVarUint(encoder, step.dt);
      encoding.writeVarString(encoder, step.seat ?? '');
      encoding.writeVarUint8Array(encoder, step.update);
      return;
    case 'end':
      encoding.writeVarUint(encoder, END);
  }
}

function readStep(body: Uint8Array): PlaybackStep {
  const decoder = decoding.createDecoder(body);
  const kind = decoding.readVarUint(decoder);
  switch (kind) {
    case KEYFRAME:
      return {
        kind: 'keyframe',
        seq: decoding.readVarUint(decoder),
        at: decoding.readVarUint(decoder),
        stateV2: decoding.readVarUint8Array(decoder),
      };
    case UPDATE:
      return {
        kind: 'update',
        dt: decoding.readVarUint(decoder),
        seat: decoding.readVarString(decoder) || null,
        update: decoding.readVarUint8Array(decoder),
      };
    case END:
      return { kind: 'end' };
    default:
      throw new Error(`not a playback: a frame of kind ${kind}`);
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.byteLength + other.byteLength);
  both.set(one);
  both.set(other, one.byteLength);
  return both;
}
