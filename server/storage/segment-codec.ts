import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { StorageError } from './storage-error.ts';
import type { LogRow, NewLogRow } from './update-log.ts';

/** Rows of a log as they lie in the store once they are cold. */
export interface EncodedSegment {
  readonly data: Uint8Array;
  /** Hex, of the rows before compression. */
  readonly sha256: string;
}

/**
 * 1: the seats (a count, then each), the number of rows, then for each row its time as the difference from the one before, the index
 * of its seat, its kind as an index of `KINDS`, and the update.
 */
const VERSION = 1;

/** Part of the stored format: add at the end, never reorder. */
const KINDS: readonly NewLogRow['kind'][] = ['edit', 'revert', 'server'];

/** A log of moves comes down to a sixth; the levels above 5 take several times as long for some per cent more. */
const QUALITY = 5;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Consecutive rows; their sequences are told by the first one's, which is kept beside them. */
export async function encodeSegment(rows: readonly NewLogRow[]): Promise<EncodedSegment> {
  const plain = encodeRows(rows);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
  };
  return { data: await compress(plain, { params }), sha256: sha256Of(plain) };
}

/** Rejects when the segment is not what was once stored: there is no other copy of these rows to fall back to. */
export async function decodeSegment(
  { data, sha256 }: EncodedSegment,
  firstSeq: number,
): Promise<readonly LogRow[]> {
  try {
    const plain = await decompress(data);
    if (sha256Of(plain) !== sha256) throw new Error('checksum');
    return decodeRows(plain, firstSeq);
  } catch (cause) {
    throw new StorageError('failed', `The segment of the log from row ${firstSeq} is damaged`, { cause });
  }
}

const encodeRows = (rows: readonly NewLogRow[]): Uint8Array =>
  encoding.encode((encoder) => {
    const seats = [...new Set(rows.map(({ seat }) => seat))];
    encoding.writeVarUint(encoder, VERSION);
    encoding.writeVarUint(encoder, seats.length);
    for (const seat of seats) encoding.writeVarString(encoder, seat);
    encoding.writeVarUint(encoder, rows.length);
    let before = 0;
    for (const { at, seat, kind, update } of rows) {
      encoding.writeVarInt(encoder, at - before);
      encoding.writeVarUint(encoder, seats.indexOf(seat));
      encoding.writeVarUint(encoder, KINDS.indexOf(kind));
      encoding.writeVarUint8Array(encoder, update);
      before = at;
    }
  });

function decodeRows(plain: Uint8Array, firstSeq: number): readonly LogRow[] {
  const decoder = decoding.createDecoder(plain);
  const version = decoding.readVarUint(decoder);
  if (version !== VERSION) throw new Error(`version ${version}`);
  const seats = times(decoding.readVarUint(decoder), () => decoding.readVarString(decoder));
  let at = 0;
  return times(decoding.readVarUint(decoder), (index) => {
    at += decoding.readVarInt(decoder);
    return {
      seq: firstSeq + index,
      at,
      seat: known(seats[decoding.readVarUint(decoder)]),
      kind: known(KINDS[decoding.readVarUint(decoder)]),
      // A copy, since a row that somebody keeps must not keep all the others.
      update: decoding.readVarUint8Array(decoder).slice(),
    };
  });
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an index beyond its table');
  return value;
}

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
