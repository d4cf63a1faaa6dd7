import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { silentLogger } from '#server/logger.ts';
import { openStorage, type StorageLocation } from '#server/storage/open-storage.ts';

/*
 * Run as a process of its own by `append-until-killed.ts`. Twenty writers append; each prints what was acknowledged in the moment it
 * is, and goes on.
 */

const STDOUT = 1;
const WRITERS = 20;

const { location, document } = JSON.parse(process.argv[2] ?? '') as {
  location: StorageLocation;
  document: string;
};
const storage = await openStorage(location, { logger: silentLogger, random: randomBytes });

await Promise.all(Array.from({ length: WRITERS }, (_, writer) => appendWithoutEnd(`writer ${writer}`)));

async function appendWithoutEnd(seat: string): Promise<never> {
  for (let count = 0; ; count++) {
    const text = `${seat}: ${count}`;
    const row = { update: Buffer.from(text), seat, kind: 'edit', at: Date.now() } as const;
    const sequences = await storage.updateLog.append([{ document, rows: [row], claims: [] }]);
    // Straight to the file descriptor: what is printed is printed, whatever happens to the process next.
    writeSync(STDOUT, `${JSON.stringify({ seq: sequences.get(document), text })}\n`);
  }
}
