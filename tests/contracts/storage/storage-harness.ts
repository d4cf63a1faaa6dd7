import type { PollId } from '#shared/kernel/ids.ts';
import type { StorageLocation } from '#server/storage/open-storage.ts';
import type { EncodedSnapshot } from '#server/storage/snapshot-codec.ts';
import type { Storage } from '#server/storage/storage.ts';
import type { Logger } from '#server/logger.ts';

/** One empty store of a kind, gone when the test is over, and what a test does to it behind the server's back. */
export interface StorageHarness {
  /** Where the store is; another process opens it from here. */
  readonly location: StorageLocation;
  /** Opens the store. May be called again, after closing or beside what is open already. */
  open(logger?: Logger): Promise<Storage>;
  /** From now on there is no room for anything more in what was opened last. */
  fillDisk(): Promise<void>;
  makeRoom(): Promise<void>;
  damageSnapshot(document: string, seq: number): Promise<void>;
  damageSegment(document: string, fromSeq: number): Promise<void>;
  /** As another server that saves one and then does nothing more. */
  addSnapshot(document: string, seq: number, snapshot: EncodedSnapshot): Promise<void>;
  rowsOutsideSegments(document: string): Promise<number>;
  /** What somebody who holds the database itself can see of a closed poll. */
  tracesOfSecretBallots(poll: PollId): Promise<BallotTraces>;
  columnsOf(table: string): Promise<readonly string[]>;
}

export interface BallotTraces {
  /** In the order in which the rows lie. */
  readonly ballotIds: readonly string[];
  readonly voters: readonly string[];
  /** Whatever else could pair a ballot with its voter, in words. */
  readonly pairs: readonly string[];
}

export type MakeHarness = () => Promise<StorageHarness>;
