import { createHash, randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { clientFrame, OPCODE } from './client-frame.ts';
import { FrameReader, type FrameVisitor } from './frame-reader.ts';
import type { Network } from './network.ts';

export interface Target {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SocketListener {
  opened(): void;
  /** The bytes are gone when this returns. */
  message(opcode: number, bytes: Buffer, start: number, end: number): void;
  /** The line is gone and we did not let go of it. */
  broken(why: string): void;
}

const PROTOCOL_ID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const NORMAL_CLOSURE = Buffer.from([1000 >> 8, 1000 & 0xff]);

/** A WebSocket client that costs next to nothing: no copies, no compression, one write a message. */
export class LeanWebSocket implements FrameVisitor {
  readonly #network: Network;
  readonly #listener: SocketListener;
  readonly #tcp: Socket;
  readonly #frames: FrameReader;
  #handshake: Buffer | null = Buffer.alloc(0);
  #accept = '';
  #letGo = false;
  #gone = false;

  constructor(network: Network, target: Target, listener: SocketListener) {
    this.#network = network;
    this.#listener = listener;
    this.#frames = new FrameReader(this);
    this.#tcp = connect({
      host: '127.0.0.1',
      port: target.port,
      noDelay: true,
      onread: { buffer: network.buffer, callback: (size) => this.#read(size) },
    });
    this.#tcp.on('connect', () => this.#tcp.write(this.#request(target)));
    this.#tcp.on('error', (error) => this.#end(error.message));
    this.#tcp.on('close', () => this.#end('closed without a word'));
  }

  get isOpen(): boolean {
    return this.#handshake === null && !this.#gone;
  }

  sendBinary(payload: Uint8Array): void {
    this.send(clientFrame(OPCODE.binary, payload));
  }

  sendText(text: string): void {
    this.send(clientFrame(OPCODE.text, Buffer.from(text)));
  }

  /** Finished frames. */
  send(frames: Buffer, count = 1): void {
    if (this.#gone) return;
    this.#network.framesOut += count;
    this.#network.bytesOut += frames.byteLength;
    this.#tcp.write(frames);
  }

  /** From now on nothing is said of a broken line. */
  letGo(): void {
    this.#letGo = true;
  }

  close(): void {
    this.#letGo = true;
    if (this.#gone) return;
    this.send(clientFrame(OPCODE.close, NORMAL_CLOSURE));
    this.#tcp.end();
    setTimeout(() => this.#tcp.destroy(), 1_000).unref();
  }

  destroy(): void {
    this.#letGo = true;
    this.#tcp.destroy();
  }

  frame(opcode: number, bytes: Buffer, start: number, end: number): void {
    this.#network.framesIn += 1;
    switch (opcode) {
      case OPCODE.ping:
        return this.send(clientFrame(OPCODE.pong, bytes.subarray(start, end)));
      case OPCODE.pong:
        return;
      case OPCODE.close:
        this.#end(end - start < 2 ? 'closed' : `closed with ${bytes.readUInt16BE(start)}`);
        this.#tcp.end();
        return;
      default:
        if (!this.#gone) this.#listener.message(opcode, bytes, start, end);
    }
  }

  #request({ port, path, headers }: Target): string {
    const key = randomBytes(16).toString('base64');
    this.#accept = createHash('sha1')
      .update(key + PROTOCOL_ID)
      .digest('base64');
    const fields = {
      Host: `127.0.0.1:${port}`,
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': key,
      ...headers,
    };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  }

  #read(size: number): boolean {
    const { buffer } = this.#network;
    this.#network.bytesIn += size;
    if (this.#handshake === null) this.#frames.take(buffer, size);
    else this.#shakeHands(Buffer.concat([this.#handshake, buffer.subarray(0, size)]));
    return true;
  }

  #shakeHands(bytes: Buffer): void {
    const end = bytes.indexOf('\r\n\r\n');
    this.#handshake = bytes;
    if (end < 0 || this.#gone) return;
    const head = bytes.toString('latin1', 0, end);
    if (!head.startsWith('HTTP/1.1 101') || !head.includes(this.#accept)) {
      this.#end(`no upgrade: ${head.split('\r\n', 1)[0] ?? ''}`);
      this.#tcp.destroy();
      return;
    }
    this.#handshake = null;
    this.#listener.opened();
    const rest = Buffer.from(bytes.subarray(end + 4));
    this.#frames.take(rest, rest.byteLength);
  }

  #end(why: string): void {
    if (this.#gone) return;
    this.#gone = true;
    if (this.#letGo) return;
    this.#network.countBroken(why);
    this.#listener.broken(why);
  }
}
