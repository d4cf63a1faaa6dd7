import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StorageLocation } from '#server/storage/open-storage.ts';

export interface Acknowledged {
  readonly seq: number;
  readonly text: string;
}

const SCRIPT = fileURLToPath(new URL('./append-without-end.ts', import.meta.url));

/**
 * Starts a server process that appends to the document without end, kills it with SIGKILL while it writes, when it has
 * acknowledged `acknowledgements` rows, and returns every row that it acknowledged.
 */
export async function appendUntilKilled(
  location: StorageLocation,
  document: string,
  acknowledgements: number,
): Promise<readonly Acknowledged[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, JSON.stringify({ location, document })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('close', (_code, signal) => {
      resolve(signal);
    });
  });
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(JSON.parse(line) as Acknowledged);
    if (acknowledged.length === acknowledgements) child.kill('SIGKILL');
  }
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error('The process ended before it was killed');
  return acknowledged;
}
