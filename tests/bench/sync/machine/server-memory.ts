import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer } from '../running-server.ts';

export interface ServerMemory {
  readonly rssBytes: number;
  readonly heapBytes: number;
}

const PATIENCE_MS = 10_000;
/** The file is there before all of it is written. */
const WRITING_MS = 50;

/** What the server uses once it has collected its garbage; `memory-probe.mjs` answers in there. */
export async function serverMemory({ pid, memoryFile }: RunningServer): Promise<ServerMemory> {
  await rm(memoryFile, { force: true });
  process.kill(pid, 'SIGUSR2');
  const until = performance.now() + PATIENCE_MS;
  while (!existsSync(memoryFile)) {
    if (performance.now() > until) throw new Error('the server says nothing of its memory');
    await wait(WRITING_MS);
  }
  await wait(WRITING_MS);
  const { rss, heapUsed } = JSON.parse(await readFile(memoryFile, 'utf8')) as {
    readonly rss: number;
    readonly heapUsed: number;
  };
  return { rssBytes: rss, heapBytes: heapUsed };
}
