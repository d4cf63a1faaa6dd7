export const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

const FIN = 0x80;
const MASKED = 0x80;
/** Browsers draw one a frame; a server has as much work with this one. */
const MASK = Buffer.from([0x5a, 0x17, 0xc3, 0xe9]);

/** A client's frame (RFC 6455 §5.2). */
export function clientFrame(opcode: number, payload: Uint8Array): Buffer {
  const size = payload.byteLength;
  const header = headerOf(opcode, size);
  const start = header.byteLength + MASK.byteLength;
  const frame = Buffer.allocUnsafe(start + size);
  header.copy(frame);
  MASK.copy(frame, header.byteLength);
  for (let i = 0; i < size; i += 1) frame[start + i] = (payload[i] ?? 0) ^ (MASK[i & 3] ?? 0);
  return frame;
}

function headerOf(opcode: number, size: number): Buffer {
  if (size < 126) return Buffer.from([FIN | opcode, MASKED | size]);
  if (size <= 0xffff) return Buffer.from([FIN | opcode, MASKED | 126, size >> 8, size & 0xff]);
  const header = Buffer.alloc(10);
  header.writeUInt8(FIN | opcode, 0);
  header.writeUInt8(MASKED | 127, 1);
  header.writeBigUInt64BE(BigInt(size), 2);
  return header;
}
