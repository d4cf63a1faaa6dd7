import type { BallotStatus } from '#shared/protocol/session-socket.ts';
import type { PendingBallot } from './pending-ballot.ts';

/**
 * What became of a ballot whose reply was lost.
 * - `arrived`: it is the one that counts;
 * - `not-yet`: nothing has changed since it was cast, so it may be sent again;
 * - `superseded`: another tab, or another in the group, has cast since. Sending again would undo what they did later.
 */
export type PendingVerdict = 'arrived' | 'not-yet' | 'superseded';

export function verdictOn(pending: PendingBallot, status: BallotStatus): PendingVerdict {
  if (!status.received) return 'not-yet';
  if (status.submissionId === pending.submissionId) return 'arrived';
  return status.submissionId === pending.replaces ? 'not-yet' : 'superseded';
}
