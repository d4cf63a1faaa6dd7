import * as decoding from 'lib0/decoding';
import { UpdateDecoderV1 } from 'yjs';
import { CLOSE } from '#shared/protocol/sync.ts';
import { offence } from './inspection.ts';
import type { SyncLimits } from './sync-limits.ts';

/** The first bytes of lib0's values that hold others. */
const OBJECT = 118;
const ARRAY = 117;

/**
 * Decodes an update and stops at what is too much of it. A frame of the largest size holds millions of structs, deletions or values of
 * two bytes each, and Yjs makes objects of them all, for seconds, before anybody can count them.
 */
export const boundedDecoder = (limits: SyncLimits): typeof UpdateDecoderV1 =>
  class BoundedDecoder extends UpdateDecoderV1 {
    #structs = 0;
    #deletions = 0;
    #values = 0;

    override readInfo(): number {
      this.#structs += 1;
      if (this.#structs > limits.structsMax) throw offence('too many structs', CLOSE.tooLarge);
      return super.readInfo();
    }

    override readDsClock(): number {
      this.#deletions += 1;
      if (this.#deletions > limits.deletionsMax) throw offence('too many deletions', CLOSE.tooLarge);
      return super.readDsClock();
    }

    override readString(): string {
      this.#countValue();
      return super.readString();
    }

    override readAny(): unknown {
      const start = this.restDecoder.pos;
      this.#skipValue(0);
      this.restDecoder.pos = start;
      return super.readAny() as unknown;
    }

    /** JSON is the old way of values, and the way of formats and embeds: a page has none of them. */
    override readJSON(): never {
      throw offence('content');
    }

    #skipValue(depth: number): void {
      this.#countValue();
      if (depth > limits.valueDepthMax) throw offence('value depth');
      const decoder = this.restDecoder;
      const type = decoder.arr[decoder.pos];
      if (type !== OBJECT && type !== ARRAY) {
        decoding.readAny(decoder);
        return;
      }
      decoder.pos += 1;
      for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        if (type === OBJECT) decoding.readVarUint8Array(decoder);
        this.#skipValue(depth + 1);
      }
    }

    #countValue(): void {
      this.#values += 1;
      if (this.#values > limits.valuesMax) throw offence('too many values', CLOSE.tooLarge);
    }
  };
