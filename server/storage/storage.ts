import type { LogHistory } from './log-history.ts';
import type { StoreBackups } from './backups.ts';
import type { StoreReport } from './check-store.ts';
import type { PageFiles } from './page-files.ts';
import type { UpdateLog } from './update-log.ts';
import type { BallotStore, WorkshopStore } from './workshop-store.ts';

/** All that the server keeps. */
export interface Storage {
  readonly updateLog: UpdateLog;
  readonly history: LogHistory;
  readonly backups: StoreBackups;
  readonly files: PageFiles;
  readonly workshops: WorkshopStore;
  readonly ballots: BallotStore;
  /** Replays and compares everything; takes as long as that takes. */
  check(): Promise<StoreReport>;
  /** After what is under way. Nothing may be asked of the stores afterwards. */
  close(): Promise<void>;
}
