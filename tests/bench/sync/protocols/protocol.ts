/** How a client's messages reach the network. */
export interface Line {
  sendBinary(payload: Uint8Array): void;
  sendText(text: string): void;
  /** Finished frames, which must arrive together. */
  send(frames: Buffer, count?: number): void;
}

/** What a client hears. Bytes are gone when the call returns. */
export interface Hearer {
  /** The document's state came, or what of it this client lacks: a Yjs update. From now on it follows. */
  state(bytes: Buffer, start: number, end: number): void;
  /** A Yjs update. */
  update(bytes: Buffer, start: number, end: number): void;
  /** A y-protocols awareness update. */
  presence(bytes: Buffer, start: number): void;
  /** The server says that so many of the updates sent here are saved. */
  saved(updates: number): void;
}

/** One client's side of a sync protocol, with no document behind it. */
export interface Conversation {
  /** The socket is open: starts the sync. */
  opened(): void;
  receive(opcode: number, bytes: Buffer, start: number, end: number): void;
  sendUpdate(update: Uint8Array): void;
  sendPresence(states: Uint8Array): void;
  /** Called every ten seconds, for servers that hang up on clients who say nothing. */
  keepAlive(): void;
  ended(): void;
}

export type Protocol = (line: Line, hearer: Hearer, room: string) => Conversation;
