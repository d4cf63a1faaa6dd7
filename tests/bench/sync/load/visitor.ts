import { setTimeout as wait } from 'node:timers/promises';
import type { Hearer } from '../protocols/protocol.ts';
import type { Site } from '../site.ts';
import { UpdateScanner, type RangeVisitor } from '../wire/scan-update.ts';
import type { Door } from './door.ts';
import { Session } from './session.ts';

const LOOK_EVERY_MS = 20;

/** Comes into a room with nothing, and notes down what clocks it is given. */
export class Visitor implements Hearer, RangeVisitor {
  /** Resolves when the page is there. */
  readonly entered: Promise<void>;
  readonly #clocks = new Map<number, number>();
  readonly #scanner = new UpdateScanner();
  readonly #session: Session;
  #arrived = (): void => {};

  constructor({ network, contender }: Site, door: Door) {
    this.entered = new Promise((resolve) => (this.#arrived = resolve));
    this.#session = new Session(network, contender.protocol, door, this, () => {});
  }

  /** How far it has got with this client. */
  clockOf(client: number): number {
    return this.#clocks.get(client) ?? 0;
  }

  /** Waits until it has all that `isEnough` asks for, or long enough. Resolves to which. */
  async wait(isEnough: () => boolean, patienceMs: number): Promise<boolean> {
    const until = performance.now() + patienceMs;
    while (!isEnough() && performance.now() < until) await wait(LOOK_EVERY_MS);
    return isEnough();
  }

  sendUpdate(update: Uint8Array): void {
    this.#session.sendUpdate(update);
  }

  leave(): void {
    this.#session.close();
  }

  state(bytes: Buffer, start: number, end: number): void {
    this.update(bytes, start, end);
    this.#arrived();
  }

  update(bytes: Buffer, start: number, end: number): void {
    this.#scanner.scan(bytes, start, end, this);
  }

  range(client: number, _from: number, to: number): void {
    if (to > this.clockOf(client)) this.#clocks.set(client, to);
  }

  presence(): void {}

  saved(): void {}
}
