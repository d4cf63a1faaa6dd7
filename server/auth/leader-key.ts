import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashSecret, newSecret, sameSecret } from './secret.ts';

/** The key that makes somebody a leader on this server: made at the first start, kept in the data folder. */
export interface LeaderKey {
  readonly secret: string;
  /** What the cookie holds in exchange for the key, so that the key itself is in no browser. */
  readonly cookieValue: string;
  matches(secret: string): boolean;
  matchesCookie(value: string): boolean;
}

export async function openLeaderKey(dataDirectory: string): Promise<LeaderKey> {
  const file = join(dataDirectory, 'leader-key');
  await mkdir(dataDirectory, { recursive: true });
  return leaderKey((await readKey(file)) ?? (await makeKey(file)));
}

export function leaderKey(secret: string): LeaderKey {
  const cookieValue = hashSecret(`${secret}:cookie`);
  return {
    secret,
    cookieValue,
    matches: (candidate) => sameSecret(candidate, secret),
    matchesCookie: (candidate) => sameSecret(candidate, cookieValue),
  };
}

async function readKey(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function makeKey(file: string): Promise<string> {
  const secret = newSecret();
  await writeFile(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
