import { createClient } from '@redis/client';
import type { Logger } from '#server/logger.ts';
import type { Bus, BusSubscriber } from './bus.ts';
import { Topics } from './topics.ts';

const PREFIX = 'vagval:';
/** Ours, so that we know our own voice; sixteen hex digits. */
const NODE_LENGTH = 16;
/** Sockets stay open long after nobody is at the other end any more, so a server listens for its own voice this often … */
const PULSE_MS = 500;
/** … and takes the line for dead when it has not come back so many times: not by the clock, for this process may be the one that is slow. */
const PULSES_MISSED_MAX = 3;
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
  readonly #pulse: NodeJS.Timeout;
  readonly #pulseChannel: string;
  #pulsesMissed = 0;
  #hearsItself = false;
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
    this.#pulseChannel = `${PREFIX}pulse/${node}`;
    this.#pulse = setInterval(() => this.#beat(), PULSE_MS);
    this.#pulse.unref();
  }

  /** Does not wait for Redis: a server starts and serves without it. */
  static start(options: RedisBusOptions): RedisBus {
    const bus = new RedisBus(options);
    for (const client of [bus.#talk, bus.#listen]) client.connect().catch(() => undefined);
    return bus;
  }

  get isUp(): boolean {
    return this.#isConnected && this.#hearsItself;
  }

  get #isConnected(): boolean {
    return this.#talk.isReady && this.#listen.isReady;
  }

  publish(topic: string, message: Uint8Array): void {
    if (!this.isUp || this.#unsentBytes > UNSENT_MAX_BYTES) return;
    const bytes = Buffer.concat([Buffer.from(this.#node, 'latin1'), message]);
    this.#unsentBytes += bytes.byteLength;
    this.#talk
      .publish(PREFIX + topic, bytes)
      .catch(() => undefined)
      .finally(() => (this.#unsentBytes -= bytes.byteLength));
  }

  subscribe(topic: string, subscriber: BusSubscriber): () => void {
    if (this.#topics.add(topic, subscriber)) void this.#join(topic);
    else if (this.isUp) queueMicrotask(() => subscriber.joined());
    return () => {
      if (!this.#topics.remove(topic, subscriber) || !this.#listen.isReady) return;
      // With the listener named, the library lets the topic be joined anew before the answer has come.
      this.#listen.unsubscribe(PREFIX + topic, this.#heard, true).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    clearInterval(this.#pulse);
    for (const client of [this.#talk, this.#listen]) if (client.isOpen) client.destroy();
    await Promise.resolve();
  }

  async #joinAll(): Promise<void> {
    this.#hearsItself = false;
    this.#pulsesMissed = 0;
    await Promise.all(this.#topics.names().map((topic) => this.#join(topic)));
    try {
      // Last, so that all topics are joined when the first pulse comes back.
      await this.#listen.subscribe(this.#pulseChannel, this.#heardItself, true);
    } catch {
      return;
    }
    this.#beat();
  }

  /** When it fails the line has gone, and `ready` comes again. */
  async #join(topic: string): Promise<void> {
    if (!this.#listen.isReady) return;
    try {
      await this.#listen.subscribe(PREFIX + topic, this.#heard, true);
    } catch {
      return;
    }
    if (this.isUp) this.#tellJoined(topic);
  }

  #tellJoined(topic: string): void {
    for (const subscriber of this.#topics.of(topic)) subscriber.joined();
  }

  #beat(): void {
    if (!this.#isConnected) return;
    this.#pulsesMissed += 1;
    if (this.#hearsItself && this.#pulsesMissed > PULSES_MISSED_MAX) {
      this.#hearsItself = false;
      this.#logger.warn('bus-trouble', { message: 'Redis does not answer' });
    }
    this.#talk.publish(this.#pulseChannel, '').catch(() => undefined);
  }

  readonly #heardItself = (): void => {
    this.#pulsesMissed = 0;
    if (this.#hearsItself) return;
    this.#hearsItself = true;
    for (const topic of this.#topics.names()) this.#tellJoined(topic);
  };

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
