import type { Kysely } from 'kysely';
import type { RandomBytes } from '#shared/kernel/ids.ts';
import type { Logger } from '../logger.ts';
import { KyselyBackups } from './backups.ts';
import { checkStore } from './check-store.ts';
import { KyselyBallotStore } from './kysely-ballot-store.ts';
import { KyselyLogHistory } from './kysely-log-history.ts';
import { KyselyUpdateLog, type CommitAppends } from './kysely-update-log.ts';
import { KyselyWorkshopStore } from './kysely-workshop-store.ts';
import { LogPacker } from './log-packer.ts';
import { LogReader } from './log-reader.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { migrate } from './migrations/migrate.ts';
import type { StorageSchema } from './schema.ts';
import { KyselyPageFiles } from './page-files.ts';
import { SnapshotReader } from './snapshot-reader.ts';
import type { Storage } from './storage.ts';
import type { StoreDialect } from './store-dialect.ts';

export interface StorageOptions {
  readonly logger: Logger;
  /** Names the secret ballots: has to be unpredictable. */
  readonly random: RandomBytes;
}

export interface DatabaseParts {
  readonly database: Kysely<StorageSchema>;
  readonly dialect: StoreDialect;
  readonly commitAppends: CommitAppends;
  /** Copies the database to a file as it is, where it can do that itself. */
  readonly backupTo?: (file: string) => Promise<void>;
  /** Gives back what `database` stands on. */
  close(): Promise<void>;
}

/** The stores over a database that is brought up to date first. */
export async function kyselyStorage(parts: DatabaseParts, options: StorageOptions): Promise<Storage> {
  const { database, dialect, commitAppends } = parts;
  await migrate(database as unknown as Kysely<unknown>, dialect, allMigrations);
  const log = new LogReader(database);
  const snapshots = new SnapshotReader(database, options.logger);
  const packer = new LogPacker(database, options.logger);
  const updateLog = new KyselyUpdateLog({ database, commitAppends, log, snapshots, packer });
  return {
    updateLog,
    history: new KyselyLogHistory({ database, log, snapshots, packer }),
    backups: new KyselyBackups({
      database,
      ...(parts.backupTo === undefined ? {} : { backupTo: parts.backupTo }),
    }),
    files: new KyselyPageFiles(database),
    check: () => checkStore(database),
    workshops: new KyselyWorkshopStore(database, dialect, options.logger),
    ballots: new KyselyBallotStore(database, dialect, options.random),
    async close() {
      await updateLog.idle();
      await database.destroy();
      await parts.close();
    },
  };
}
