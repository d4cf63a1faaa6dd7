import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Options } from '#server/config/options.ts';
import { jsonLogger } from '#server/logger.ts';
import { openStorage } from '#server/storage/open-storage.ts';
import type { Storage } from '#server/storage/storage.ts';

export const COMMANDS = ['backup', 'restore', 'check'] as const;
export type Command = (typeof COMMANDS)[number];

export const isCommand = (word: string | undefined): word is Command =>
  COMMANDS.some((command) => command === word);

type Say = (line: string) => void;

/** Work on the store beside the servers that serve from it. Resolves to whether all is well; rejects with a line for the terminal. */
export async function runCommand(
  command: Command,
  file: string | undefined,
  { dataDirectory, databaseUrl }: Pick<Options, 'dataDirectory' | 'databaseUrl'>,
  say: Say,
): Promise<boolean> {
  const logger = jsonLogger((line) => void process.stderr.write(`${line}\n`), { now: () => Date.now() });
  const place = databaseUrl === null ? { dataDirectory } : { databaseUrl };
  const storage = await openStorage(place, { logger, random: (length) => randomBytes(length) });
  try {
    return await ACTS[command](storage, file, say);
  } finally {
    await storage.close();
  }
}

type Act = (storage: Storage, file: string | undefined, say: Say) => Promise<boolean>;

const ACTS: Readonly<Record<Command, Act>> = {
  async backup(storage, file, say) {
    const target = fileOf(file, 'backup');
    await storage.backups.backup(target);
    say(`Säkerhetskopia sparad / backup saved: ${target}`);
    return true;
  },
  async restore(storage, file, say) {
    const { workshops, documents } = await storage.backups.restore(fileOf(file, 'restore'));
    say(`Återställt / restored: ${workshops} workshoppar / workshops, ${documents} sidor / pages`);
    return true;
  },
  async check(storage, _file, say) {
    const { documents, rows, snapshots, faults } = await storage.check();
    for (const fault of faults) say(fault);
    say(
      `Kontrollerat / checked: ${documents} sidor / pages, ${rows} ändringar / changes, ` +
        `${snapshots} ögonblicksbilder / snapshots, ${faults.length} fel / faults`,
    );
    return faults.length === 0;
  },
};

function fileOf(file: string | undefined, command: Command): string {
  if (file === undefined) throw new Error(`npm run ${command} -- FILE`);
  return resolve(file);
}
