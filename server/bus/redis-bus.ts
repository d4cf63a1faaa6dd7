import { createClient } from '@redis/client';
import type { Logger } from '#server/logger.ts';
import type { Bus, BusSubscriber } from './bus.ts';
import { Topics } from './topics.ts';

const PREFIX = 'vagval:';
/** Ours, so that we know our own voice; sixteen hex digits. */
const NODE_LENGTH = 16;
/** More unsent than this, and news is dropped: the others read the database when they notice. */
const UNSENT_MAX_BYTES = 8 * 1024 * 1024;

export interface RedisBusOptions {
  readonly url: string;
  /** Sixteen hex digits that no other server has. */
  readonly node: string;
  readonly logger: Logger;
}

type Client = ReturnType<typeof createClient>;

/**
 * Redis publish/subscribe. Nothing is kept in Redis: when it is down, restarted or flushed, servers go on by the database alone, a little
 * later than else.
 */
export class RedisBus implements Bus {
  readonly #node: string;
  readonly #logger: Logger;
  readonly #talk: Client;
  readonly #listen: Client;
  readonly #topics = new Topics();
  #unsentBytes = 0;

  private constructor({ url, node, logger }: RedisBusOptions) {
    this.#node = node;
    this.#logger = logger;
    const options = { url, disableOfflineQueue: true, socket: { reconnectStrategy: retryAfter } };
    this.#talk = createClient(options);
    this.#listen = createClient(options);
    for (const client of [this.#talk, this.#listen])
      client.on('error', (error: Error) => this.#logger.warn('bus-trouble', { message: error.message }));
    // The library subscribes again by itself; what was said meanwhile is lost.
    this.#listen.on('ready', () => void this.#joinAll());
  }

  /** Does not wait for Redis: a server starts and serves without it. */
  static start(options: RedisBusOptions): RedisBus {
    const bus = new RedisBus(options);
    for (const client of [bus.#talk, bus.#listen]) client.connect().catch(() => undefined);
    return bus;
  }

  get isUp(): boolean {
    return this.#talk.isReady && this.#listen.isReady;
  }

  publish(topic: string, message: Uint8Array): void {
    if (!this.#talk.isReady || this.#unsentBytes > UNSENT_MAX_BYTES) return;
    const bytes = Buffer.concat([Buffer.from(this.#node, 'latin1'), message]);
    this.#unsentBytes += bytes.byteLength;
    this.#talk
      .publish(PREFIX + topic, bytes)
      .catch(() => undefined)
      .finally(() => (this.#unsentBytes -= bytes.byteLength));
  }

  subscribe(topic: string, subscriber: BusSubscriber): () => void {
    if (this.#topics.add(topic, subscriber)) void this.#join(topic);
    else if (this.#listen.isReady) queueMicrotask(() => subscriber.joined());
    return () => {
      if (!this.#topics.remove(topic, subscriber) || !this.#listen.isReady) return;
      this.#listen.unsubscribe(PREFIX + topic).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    for (const client of [this.#talk, this.#listen]) if (client.isOpen) client.destroy();
    await Promise.resolve();
  }

  async #joinAll(): Promise<void> {
    await Promise.all(this.#topics.names().map((topic) => this.#join(topic)));
  }

  /** When it fails the line has gone, and `ready` comes again. */
  async #join(topic: string): Promise<void> {
    if (!this.#listen.isReady) return;
    try {
      await this.#listen.subscribe(PREFIX + topic, this.#heard, true);
    } catch {
      return;
    }
    for (const subscriber of this.#topics.of(topic)) subscriber.joined();
  }

  readonly #heard = (bytes: Buffer, channel: Buffer): void => {
    const node = bytes.toString('latin1', 0, NODE_LENGTH);
    if (node === this.#node) return;
    const message = new Uint8Array(bytes.subarray(NODE_LENGTH));
    for (const subscriber of this.#topics.of(channel.toString().slice(PREFIX.length))) {
      try {
        subscriber.heard(message, node);
      } catch (error) {
        this.#logger.error('bus-message-failed', { message: String(error) });
      }
    }
  };
}

/** Soon at first, then every two seconds. */
const retryAfter = (attempts: number): number => Math.min(50 * 2 ** attempts, 2_000);
