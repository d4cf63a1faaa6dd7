import { setTimeout as wait } from 'node:timers/promises';
import { sampleMachine } from './process-sample.ts';

const LOOK_MS = 1_000;
/** In cores. */
const QUIET_BELOW = 0.15;

/** Waits until nothing else runs here, or long enough. Resolves to how busy the machine was at the last look. */
export async function quiet(patienceMs: number): Promise<number> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const before = sampleMachine();
    await wait(LOOK_MS);
    const busy = (sampleMachine() - before) / (LOOK_MS / 1000);
    if (busy < QUIET_BELOW || performance.now() > until) return busy;
  }
}
