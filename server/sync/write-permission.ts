import type { Access } from '#shared/session/permission.ts';
import type { Timer, Timers } from './timers.ts';

/**
 * Whether a connection's edits count. When writing is taken away in mid-gesture, what is on its way still does: until the client says
 * it has heard (`103` back), or until the grace is over, whichever comes first. After that, edits are undone.
 */
export class WritePermission {
  #access: Access;
  #grace: Timer | null = null;
  readonly #timers: Timers;
  readonly #graceMs: number;

  constructor(access: Access, timers: Timers, graceMs: number) {
    this.#access = access;
    this.#timers = timers;
    this.#graceMs = graceMs;
  }

  get access(): Access {
    return this.#access;
  }

  get mayWrite(): boolean {
    return this.#access.write || this.#grace !== null;
  }

  /** Returns whether there is anything to tell the client. */
  change(access: Access): boolean {
    const before = this.#access;
    this.#access = access;
    if (access.write) this.endGrace();
    else if (before.write) this.#startGrace();
    return before.write !== access.write || before.reason !== access.reason;
  }

  /** The client has stopped, or is gone. */
  endGrace(): void {
    this.#grace?.cancel();
    this.#grace = null;
  }

  #startGrace(): void {
    this.#grace = this.#timers.after(this.#graceMs, () => this.endGrace());
  }
}
