import type { Ballot } from '#shared/voting/ballot.ts';

/** A ballot that has been cast and not yet acknowledged. */
export interface PendingBallot {
  /** Made once for this act of casting; the server counts it once, however often it is sent. */
  readonly submissionId: string;
  /** Whose ballot it is: the seat, or the group the person was in when casting. */
  readonly voter: string;
  readonly ballot: Ballot;
  /** The submission this person had seen received before; `null` for a first ballot. */
  readonly replaces: string | null;
}

/** Where a pending ballot outlives a reload of the page. */
export interface PendingDrawer {
  get(pollId: string): PendingBallot | null;
  put(pollId: string, pending: PendingBallot): void;
  clear(pollId: string): void;
}

const keyOf = (pollId: string): string => `vagval:ballot:${pollId}`;

/**
 * The tab's own storage: another tab is another person's act of casting, and closing the tab forgets it. Storage can be forbidden
 * or full; then a ballot lives as long as the page does.
 */
export function sessionDrawer(storage: () => Storage): PendingDrawer {
  return {
    get: (pollId) => quietly(() => parsePending(storage().getItem(keyOf(pollId)))) ?? null,
    put: (pollId, pending) => {
      quietly(() => storage().setItem(keyOf(pollId), JSON.stringify(pending)));
    },
    clear: (pollId) => {
      quietly(() => storage().removeItem(keyOf(pollId)));
    },
  };
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The shape only; the server checks the ballot itself. */
function parsePending(text: string | null): PendingBallot | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { submissionId, voter, ballot, replaces } = value as Partial<Record<keyof PendingBallot, unknown>>;
  const sound =
    typeof submissionId === 'string' &&
    typeof voter === 'string' &&
    (replaces === null || typeof replaces === 'string') &&
    isBallot(ballot);
  return sound ? { submissionId, voter, ballot, replaces } : null;
}

function isBallot(value: unknown): value is Ballot {
  if (typeof value !== 'object' || value === null) return false;
  if ('option' in value) return typeof value.option === 'string';
  return 'tiers' in value && Array.isArray(value.tiers);
}
