import type { Conversation, Hearer, Protocol } from '../protocols/protocol.ts';
import type { Network } from '../wire/network.ts';
import { LeanWebSocket, type SocketListener } from '../wire/web-socket.ts';
import type { Door } from './door.ts';

/** Servers that hang up on the silent do so after half a minute at the earliest. */
const KEEP_ALIVE_MS = 10_000;

/** One socket and the protocol spoken over it. */
export class Session implements SocketListener {
  readonly #socket: LeanWebSocket;
  readonly #conversation: Conversation;
  readonly #keepAlive: ReturnType<typeof setInterval>;
  readonly #brokenOff: (why: string) => void;

  constructor(
    network: Network,
    protocol: Protocol,
    door: Door,
    hearer: Hearer,
    brokenOff: (why: string) => void,
  ) {
    this.#brokenOff = brokenOff;
    this.#socket = new LeanWebSocket(network, door, this);
    this.#conversation = protocol(this.#socket, hearer, door.room);
    this.#keepAlive = setInterval(() => {
      if (this.isOpen) this.#conversation.keepAlive();
    }, KEEP_ALIVE_MS);
  }

  get isOpen(): boolean {
    return this.#socket.isOpen;
  }

  sendUpdate(update: Uint8Array): void {
    this.#conversation.sendUpdate(update);
  }

  sendPresence(states: Uint8Array): void {
    this.#conversation.sendPresence(states);
  }

  opened(): void {
    this.#conversation.opened();
  }

  message(opcode: number, bytes: Buffer, start: number, end: number): void {
    this.#conversation.receive(opcode, bytes, start, end);
  }

  broken(why: string): void {
    this.#end();
    this.#brokenOff(why);
  }

  close(): void {
    this.#end();
    this.#socket.close();
  }

  /** The server is about to go. */
  letGo(): void {
    this.#end();
    this.#socket.letGo();
  }

  /** Without a goodbye. */
  cut(): void {
    this.#end();
    this.#socket.destroy();
  }

  #end(): void {
    clearInterval(this.#keepAlive);
    this.#conversation.ended();
  }
}
