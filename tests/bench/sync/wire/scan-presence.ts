import { ByteReader } from './byte-reader.ts';

export interface PresenceVisitor {
  /** The client's `serial`-th state. */
  state(client: number, serial: number): void;
}

/** Every state of ours starts with its serial: clocks will not do, since a server may send its own. */
const OPENING = '{"n":';

export const presenceJson = (serial: number, author: string, x: number, y: number): string =>
  `${OPENING}${serial},"user":{"seat":"${author}"},"cursor":[${x},${y}],"drag":null}`;

/** Reads awareness updates as far as the serials. Removed states, and states without a serial, are passed over. */
export class PresenceScanner {
  readonly #reader = new ByteReader();

  scan(bytes: Uint8Array, start: number, visitor: PresenceVisitor): void {
    const reader = this.#reader.open(bytes, start);
    for (let left = reader.uint(); left > 0; left -= 1) {
      const client = reader.uint();
      reader.uint();
      const length = reader.uint();
      const { at } = reader;
      const serial = length > OPENING.length ? serialAt(bytes, at + OPENING.length) : -1;
      if (serial >= 0) visitor.state(client, serial);
      reader.open(bytes, at + length);
    }
  }
}

/** -1 when there are no digits. */
function serialAt(bytes: Uint8Array, at: number): number {
  let serial = -1;
  for (; ; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return serial;
    serial = Math.max(0, serial) * 10 + digit;
  }
}
