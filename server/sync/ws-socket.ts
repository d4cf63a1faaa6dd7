import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import { CLOSE, type CloseCode } from '#shared/protocol/sync.ts';
import { frame } from './frame.ts';
import type { SyncSocket } from './sync-socket.ts';

/** RFC 6455 close codes `ws` sends of its own accord when a client breaks the protocol. */
const TOO_BIG = 1009;
const PROTOCOL_ERRORS = [1002, 1007, 1008];

/** A stock client retries for ever on the codes `ws` uses for broken frames, so they are sent as ours. */
export class SyncWebSocket extends WebSocket {
  override close(code?: number, data?: string | Buffer): void {
    super.close(code === undefined ? undefined : documented(code), data);
  }
}

function documented(code: number): number {
  if (code === TOO_BIG) return CLOSE.tooLarge;
  return PROTOCOL_ERRORS.includes(code) ? CLOSE.malformed : code;
}

/**
 * A `ws` socket as the room sees it. Frames go to the TCP socket directly: with no extension negotiated `ws` writes its own control
 * frames at once too, so the order holds.
 */
export class WsSocket implements SyncSocket {
  #handedOver = 0;
  readonly #ws: WebSocket;
  readonly #tcp: Duplex;

  constructor(ws: WebSocket, tcp: Duplex) {
    this.#ws = ws;
    this.#tcp = tcp;
  }

  get backlog(): number {
    return this.#tcp.writableLength;
  }

  get taken(): number {
    return this.#handedOver - this.#tcp.writableLength;
  }

  send(message: Uint8Array): void {
    this.write(frame(message));
  }

  write(frames: Uint8Array): void {
    if (this.#ws.readyState !== WebSocket.OPEN) return;
    this.#handedOver += frames.byteLength;
    this.#tcp.write(frames);
  }

  pause(): void {
    this.#ws.pause();
  }

  resume(): void {
    this.#ws.resume();
  }

  close(code: CloseCode): void {
    // A paused socket would not hear the client's answer to the close.
    this.#ws.resume();
    this.#ws.close(code);
  }

  terminate(): void {
    this.#ws.terminate();
  }
}
