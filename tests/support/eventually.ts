import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the condition holds. Not a timing assertion: it is as patient as a slow machine needs. */
export async function eventually(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await wait(20)) {
    if (await condition()) return;
  }
  throw new Error(`never happened: ${what}`);
}
