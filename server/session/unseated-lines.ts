import type { IncomingMessage } from 'node:http';
import { AtOnce } from '#server/auth/at-once.ts';
import type { ClientAddress } from '#server/auth/client-address.ts';

/** What is needed of the line under a socket: engine.io's own socket. */
export interface Line {
  readonly request: IncomingMessage;
  on(event: 'close', heard: () => void): unknown;
  close(discard: boolean): void;
}

/** Twice as many as people who may come back at once behind one address. */
export const UNSEATED_PER_ADDRESS_MAX = 2_000;

/** The lines that have no seat, or none yet: whoever opens a line need not say who they are, so these are not to be had without end. */
export class UnseatedLines {
  readonly #addressOf: ClientAddress;
  readonly #unseated: AtOnce;
  readonly #countOut = new WeakMap<object, () => void>();

  constructor(addressOf: ClientAddress, max = UNSEATED_PER_ADDRESS_MAX) {
    this.#addressOf = addressOf;
    this.#unseated = new AtOnce(max);
  }

  /** Takes a line that has just been opened; one too many is closed, and a client of ours tries again by itself. */
  add(line: Line): void {
    const countOut = this.#unseated.enter(this.#addressOf(line.request));
    if (countOut === null) {
      line.close(true);
      return;
    }
    this.#countOut.set(line, countOut);
    line.on('close', countOut);
  }

  /** It is known whose it is. */
  seated(line: object): void {
    this.#countOut.get(line)?.();
  }
}
