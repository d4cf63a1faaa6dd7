import type { BusSubscriber } from './bus.ts';

/** Who listens to which topic on this server: the line to the others is told of the first and of the last. */
export class Topics {
  readonly #subscribers = new Map<string, Set<BusSubscriber>>();

  names(): readonly string[] {
    return [...this.#subscribers.keys()];
  }

  of(topic: string): readonly BusSubscriber[] {
    return [...(this.#subscribers.get(topic) ?? [])];
  }

  /** Whether it is the topic's first. */
  add(topic: string, subscriber: BusSubscriber): boolean {
    const all = this.#subscribers.get(topic);
    if (all === undefined) this.#subscribers.set(topic, new Set([subscriber]));
    else all.add(subscriber);
    return all === undefined;
  }

  /** Whether it was the topic's last. */
  remove(topic: string, subscriber: BusSubscriber): boolean {
    const all = this.#subscribers.get(topic);
    if (all?.delete(subscriber) !== true || all.size > 0) return false;
    this.#subscribers.delete(topic);
    return true;
  }
}
