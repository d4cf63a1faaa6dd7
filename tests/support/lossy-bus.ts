import type { Bus, BusSubscriber } from '#server/bus/bus.ts';

export interface Weather {
  /** Whether this message gets lost. */
  loses(): boolean;
  /** How often it arrives. */
  copies(): number;
  /** How long each copy takes, ms: later ones may overtake. */
  delay(): number;
}

/** A line between servers that does all that a line may do. */
export class LossyLine {
  isUp = true;
  readonly #weather: Weather;
  readonly #ends: LossyBus[] = [];

  constructor(weather: Weather) {
    this.#weather = weather;
  }

  end(): Bus {
    const bus = new LossyBus(this, `node-${this.#ends.length}`);
    this.#ends.push(bus);
    return bus;
  }

  /** Cuts off the end that was made last: it knows, the others do not. */
  cutLast(): void {
    const last = this.#ends.at(-1);
    if (last !== undefined) last.isCut = true;
  }

  /** Down: nothing arrives, and everybody knows. */
  down(): void {
    this.isUp = false;
  }

  up(): void {
    this.isUp = true;
    for (const end of this.#ends) end.joinedAgain();
  }

  carry(from: LossyBus, topic: string, message: Uint8Array): void {
    if (!this.isUp || from.isCut || this.#weather.loses()) return;
    for (let copies = this.#weather.copies(); copies > 0; copies -= 1)
      setTimeout(() => {
        for (const end of this.#ends)
          if (end !== from && this.isUp && !end.isCut) end.arrive(topic, message, from.node);
      }, this.#weather.delay());
  }
}

class LossyBus implements Bus {
  readonly node: string;
  isCut = false;
  readonly #line: LossyLine;
  readonly #subscribers = new Map<string, Set<BusSubscriber>>();

  constructor(line: LossyLine, node: string) {
    this.#line = line;
    this.node = node;
  }

  get isUp(): boolean {
    return this.#line.isUp && !this.isCut;
  }

  publish(topic: string, message: Uint8Array): void {
    this.#line.carry(this, topic, message);
  }

  subscribe(topic: string, subscriber: BusSubscriber): () => void {
    const all = this.#subscribers.get(topic) ?? new Set();
    all.add(subscriber);
    this.#subscribers.set(topic, all);
    queueMicrotask(() => subscriber.joined());
    return () => void all.delete(subscriber);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  arrive(topic: string, message: Uint8Array, node: string): void {
    for (const subscriber of this.#subscribers.get(topic) ?? []) {
      try {
        subscriber.heard(message, node);
      } catch {
        // Bad news is its subscriber's trouble; the others want to hear it.
      }
    }
  }

  joinedAgain(): void {
    for (const all of this.#subscribers.values()) for (const subscriber of all) subscriber.joined();
  }
}
