import { createSubscriber } from 'svelte/reactivity';

/** Lets whoever reads something outside runes be run again when it changes. */
export class Signal {
  #wake: (() => void) | null = null;
  readonly #subscribe = createSubscriber((update) => {
    this.#wake = update;
    return () => (this.#wake = null);
  });

  /** Call where the value is read. */
  track(): void {
    this.#subscribe();
  }

  /** Call when it has changed. */
  wake(): void {
    this.#wake?.();
  }
}

/**
 * One signal and one cached value per record: a record that changes wakes its own readers and no others, and one that nobody
 * reads costs nothing but its place in the cache.
 */
export class RecordSignals<T> {
  readonly #read: (id: string) => T;
  readonly #values = new Map<string, T>();
  readonly #signals = new Map<string, Signal>();

  constructor(read: (id: string) => T) {
    this.#read = read;
  }

  get(id: string): T {
    this.#signalOf(id).track();
    return this.peek(id);
  }

  /** The value, without asking to be told of changes. */
  peek(id: string): T {
    const known = this.#values.get(id);
    if (known !== undefined) return known;
    const value = this.#read(id);
    this.#values.set(id, value);
    return value;
  }

  changed(id: string): void {
    this.#values.delete(id);
    this.#signals.get(id)?.wake();
  }

  #signalOf(id: string): Signal {
    const existing = this.#signals.get(id);
    if (existing !== undefined) return existing;
    const signal = new Signal();
    this.#signals.set(id, signal);
    return signal;
  }
}
