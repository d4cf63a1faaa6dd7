import type { CloseCode } from '#shared/protocol/sync.ts';

/** What a connection needs of its transport. */
export interface SyncSocket {
  /** Bytes handed over that the network has not taken yet. */
  readonly backlog: number;
  /** Bytes the network has taken since the start. */
  readonly taken: number;
  /** Sends one message. Does nothing once closed. */
  send(message: Uint8Array): void;
  /** Writes finished frames (see `frame`), in order with `send`. Does nothing once closed. */
  write(frames: Uint8Array): void;
  /** Stops reading, so that the peer feels the pressure; messages already read may still arrive. */
  pause(): void;
  resume(): void;
  close(code: CloseCode): void;
  /** Cuts the line. A close frame would queue up behind the backlog. */
  terminate(): void;
}
