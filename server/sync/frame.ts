const FIN_BINARY = 0x82;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/**
 * One message as a finished WebSocket frame (RFC 6455 §5.2: final, binary, unmasked, uncompressed), so that a room frames it once
 * and writes the same bytes to every socket. Right only where no extension is negotiated.
 */
export function frame(message: Uint8Array): Buffer {
  const size = message.byteLength;
  const header = size < LENGTH_16 ? short(size) : size <= 0xffff ? medium(size) : long(size);
  return Buffer.concat([header, message]);
}

const short = (size: number): Buffer => Buffer.from([FIN_BINARY, size]);

const medium = (size: number): Buffer => Buffer.from([FIN_BINARY, LENGTH_16, size >> 8, size & 0xff]);

function long(size: number): Buffer {
  const header = Buffer.alloc(10);
  header.writeUInt16BE((FIN_BINARY << 8) | LENGTH_64);
  header.writeBigUInt64BE(BigInt(size), 2);
  return header;
}
