/**
 * Carries news between servers that share one database. A message may be lost, doubled or late, and none holds anything that is not in the
 * database (or gone in a moment, as cursors are): whoever has missed one finds out and reads.
 */
export interface Bus {
  /** Whether others can hear. While it is down, what they do has to be looked for. */
  readonly isUp: boolean;
  /** Tells the other servers. Never throws, and never tells this one. */
  publish(topic: string, message: Uint8Array): void;
  /** Hears what others publish about the topic, until the function returned is called. */
  subscribe(topic: string, subscriber: BusSubscriber): () => void;
  close(): Promise<void>;
}

export interface BusSubscriber {
  /** `node` is the server it comes from. */
  heard(message: Uint8Array, node: string): void;
  /** From here on messages arrive; what was published before may have been missed. */
  joined(): void;
}

/** For a server that is alone. */
export const NO_BUS: Bus = {
  isUp: true,
  publish: () => {},
  subscribe: () => () => {},
  close: () => Promise.resolve(),
};
