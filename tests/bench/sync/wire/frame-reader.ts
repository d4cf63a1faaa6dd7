export interface FrameVisitor {
  /** One message. The bytes are gone when this returns. */
  frame(opcode: number, bytes: Buffer, start: number, end: number): void;
}

const FIN = 0x80;

/** Cuts a stream of bytes into a server's frames, in place where a frame is whole. */
export class FrameReader {
  readonly #visitor: FrameVisitor;
  /** The start of a frame whose end has not come; `#needed` is its size, 0 while not even that is known. */
  #part: Buffer | null = null;
  #filled = 0;
  #needed = 0;
  #fragments: Buffer[] = [];
  #fragmentOpcode = 0;

  constructor(visitor: FrameVisitor) {
    this.#visitor = visitor;
  }

  take(bytes: Buffer, size: number): void {
    if (this.#part === null) return this.#cut(bytes, 0, size);
    if (this.#needed === 0) return this.#retry(Buffer.concat([this.#part, bytes.subarray(0, size)]));
    const wanted = Math.min(size, this.#needed - this.#filled);
    bytes.copy(this.#part, this.#filled, 0, wanted);
    this.#filled += wanted;
    if (this.#filled < this.#needed) return;
    this.#retry(this.#part);
    this.#cut(bytes, wanted, size);
  }

  #retry(whole: Buffer): void {
    this.#part = null;
    this.#needed = 0;
    this.#cut(whole, 0, whole.byteLength);
  }

  #cut(bytes: Buffer, start: number, end: number): void {
    let at = start;
    while (at < end) {
      const header = headerSize(bytes, at, end);
      if (header === 0) return this.#keep(bytes, at, end, 0);
      const next = at + header + payloadSize(bytes, at, header);
      if (next > end) return this.#keep(bytes, at, end, next - at);
      this.#frame(bytes[at] ?? 0, bytes, at + header, next);
      at = next;
    }
  }

  #keep(bytes: Buffer, start: number, end: number, needed: number): void {
    this.#needed = needed;
    this.#filled = end - start;
    this.#part = Buffer.allocUnsafe(Math.max(needed, this.#filled));
    bytes.copy(this.#part, 0, start, end);
  }

  #frame(first: number, bytes: Buffer, start: number, end: number): void {
    const opcode = first & 15;
    if ((first & FIN) !== 0 && opcode !== 0) return this.#visitor.frame(opcode, bytes, start, end);
    if (opcode !== 0) this.#fragmentOpcode = opcode;
    this.#fragments.push(Buffer.from(bytes.subarray(start, end)));
    if ((first & FIN) === 0) return;
    const message = Buffer.concat(this.#fragments);
    this.#fragments = [];
    this.#visitor.frame(this.#fragmentOpcode, message, 0, message.byteLength);
  }
}

/** 0 while it has not all come. */
function headerSize(bytes: Buffer, at: number, end: number): number {
  if (end - at < 2) return 0;
  const length = (bytes[at + 1] ?? 0) & 127;
  const size = length === 127 ? 10 : length === 126 ? 4 : 2;
  return end - at < size ? 0 : size;
}

function payloadSize(bytes: Buffer, at: number, header: number): number {
  if (header === 2) return (bytes[at + 1] ?? 0) & 127;
  return header === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
}
