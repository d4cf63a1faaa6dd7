import { ByteReader } from './byte-reader.ts';

export interface RangeVisitor {
  /** The update holds the client's clocks from `from` up to, not including, `to`. */
  range(client: number, from: number, to: number): void;
}

const GC = 0;
const SKIP = 10;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;

/**
 * Walks the structs of a Yjs update (V1) without a document and tells what clocks it holds. A server may merge updates, encode them anew or
 * turn what was overwritten into deleted content: what has arrived is judged by clocks, not by messages.
 */
export class UpdateScanner {
  readonly #reader = new ByteReader();

  scan(bytes: Uint8Array, start: number, end: number, visitor: RangeVisitor): void {
    const reader = this.#reader.open(bytes, start);
    for (let sections = reader.uint(); sections > 0; sections -= 1) this.#section(reader, end, visitor);
  }

  #section(reader: ByteReader, end: number, visitor: RangeVisitor): void {
    let structs = reader.uint();
    const client = reader.uint();
    let clock = reader.uint();
    let from = clock;
    for (; structs > 0; structs -= 1) {
      const info = reader.byte();
      if ((info & 31) === SKIP) {
        if (clock > from) visitor.range(client, from, clock);
        clock += reader.uint();
        from = clock;
        continue;
      }
      clock += (info & 31) === GC ? reader.uint() : itemLength(reader, info);
      if (reader.at > end) throw new Error('the update ends too early');
    }
    if (clock > from) visitor.range(client, from, clock);
  }
}

function itemLength(reader: ByteReader, info: number): number {
  if ((info & HAS_ORIGIN) !== 0) skipId(reader);
  if ((info & HAS_RIGHT_ORIGIN) !== 0) skipId(reader);
  if ((info & (HAS_ORIGIN | HAS_RIGHT_ORIGIN)) === 0) {
    if (reader.uint() === 1) reader.skipSized();
    else skipId(reader);
    if ((info & HAS_KEY) !== 0) reader.skipSized();
  }
  return contentLength(reader, info & 31);
}

function skipId(reader: ByteReader): void {
  reader.uint();
  reader.uint();
}

/** By Yjs' own numbers of content classes. */
function contentLength(reader: ByteReader, content: number): number {
  switch (content) {
    case 1:
      return reader.uint();
    case 2:
      return skipEach(reader, () => reader.skipSized());
    case 3:
    case 5:
      reader.skipSized();
      return 1;
    case 4:
      return reader.utf16Length();
    case 6:
      reader.skipSized();
      reader.skipSized();
      return 1;
    case 7: {
      const type = reader.uint();
      if (type === 3 || type === 5) reader.skipSized();
      return 1;
    }
    case 8: {
      const length = reader.uint();
      for (let left = length; left > 0; left -= 1) reader.skipAny();
      return length;
    }
    case 9:
      reader.skipSized();
      reader.skipAny();
      return 1;
    default:
      throw new Error(`no such content: ${content}`);
  }
}

function skipEach(reader: ByteReader, skip: () => void): number {
  const length = reader.uint();
  for (let left = length; left > 0; left -= 1) skip();
  return length;
}
