import type { Bus, BusSubscriber } from '#server/bus/bus.ts';
import { eventually } from '../../support/eventually.ts';

/** A subscriber that notes down what it is told. */
export class Listener implements BusSubscriber {
  readonly messages: string[] = [];
  readonly nodes = new Set<string>();
  joins = 0;
  leave: () => void = () => {};

  /** Resolves when messages arrive. */
  static async on(bus: Bus, topic: string): Promise<Listener> {
    const listener = new Listener();
    listener.leave = bus.subscribe(topic, listener);
    await eventually(() => listener.joins > 0 && bus.isUp, `joined ${topic}`);
    return listener;
  }

  heard(message: Uint8Array, node: string): void {
    this.messages.push(Buffer.from(message).toString());
    this.nodes.add(node);
  }

  joined(): void {
    this.joins += 1;
  }

  /** Waits until it has heard it. */
  async hears(message: string): Promise<void> {
    await eventually(() => this.messages.includes(message), `heard ${message}`);
  }
}
