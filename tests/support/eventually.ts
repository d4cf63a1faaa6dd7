import { setTimeout as wait } from 'node:timers/promises';

/** Waits until the condition holds. Not a timing assertion: it is as patient as a slow machine needs. */
export async function eventually(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    if (await condition()) return;
    await wait(20);
  }
  throw new Error(`never happened: ${what}`);
}
