/** Handed in, so that a test can decide when time passes. */
export interface Timers {
  /** Milliseconds on a clock that never steps; its zero means nothing. */
  now(): number;
  after(ms: number, run: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}

/** None of the sync engine's timers keeps the process alive: open sockets do. */
export const realTimers: Timers = {
  now: () => performance.now(),
  after(ms, run) {
    const handle = setTimeout(run, ms);
    handle.unref();
    return { cancel: () => clearTimeout(handle) };
  },
};
