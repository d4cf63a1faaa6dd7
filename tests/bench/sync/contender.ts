import type { Door } from './load/door.ts';
import type { Protocol } from './protocols/protocol.ts';
import type { RunningServer } from './running-server.ts';

export const CONTENDERS = ['vagval', 'y-websocket', 'hocuspocus', 'y-socket.io', 'relay'] as const;
export type ContenderId = (typeof CONTENDERS)[number];

/** Where a server is to run. */
export interface Place {
  readonly port: number;
  /** An empty directory of its own, or what an earlier life of it left there. */
  readonly directory: string;
  /** Whether it is to keep what it is told, where that is a choice. */
  readonly persistent: boolean;
}

export interface Launch {
  /** A file to run with Node, its arguments and environment. */
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface FetchedPage {
  /** Yjs V2 encoding, gzipped. */
  readonly bytes: Buffer;
  /** The way in for somebody who has it. */
  readonly door: Door;
}

/** One of the servers compared: how it is started, how to get into its rooms, and how to talk there. */
export interface Contender {
  readonly id: ContenderId;
  readonly title: string;
  /** `ceiling`: keeps no documents; shown, but nobody's peer. */
  readonly standing: 'ours' | 'peer' | 'ceiling';
  /** Whether it tells a client when what it sent is saved. */
  readonly tellsSaved: boolean;
  readonly protocol: Protocol;
  launch(place: Place): Launch;
  /** Ways in for so many people into each of so many empty rooms. Called once in a server's life. */
  doors(server: RunningServer, rooms: number, people: number): Promise<readonly (readonly Door[])[]>;
  /** How its own client gets a page it has nothing of before it opens the socket; missing where the socket tells all. */
  fetchPage?(door: Door): Promise<FetchedPage>;
}
