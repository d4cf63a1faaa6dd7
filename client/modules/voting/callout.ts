import type { Poll } from '#shared/session/workshop-state.ts';
import type { CastingStage } from './ballot-casting.svelte.ts';

export interface Callout {
  /** My ballot is missing; it is on its way without an answer; a result has come. */
  readonly kind: 'vote' | 'unconfirmed' | 'released';
  readonly poll: Poll;
}

interface KnownOfPolls {
  /** `null` for someone without a vote. */
  readonly stageOf: (poll: Poll) => CastingStage | null;
  readonly isNews: (poll: Poll) => boolean;
}

/** What most needs this person just now, of polls given newest first: what can be lost before what can wait. */
export function calloutOf(polls: readonly Poll[], { stageOf, isNews }: KnownOfPolls): Callout | null {
  const open = polls.filter((poll) => poll.status === 'open').map((poll) => [poll, stageOf(poll)] as const);
  const unconfirmed = open.find(([, stage]) => stage?.kind === 'sending' && stage.problem !== null);
  if (unconfirmed !== undefined) return { kind: 'unconfirmed', poll: unconfirmed[0] };
  const missing = open.find(([, stage]) => stage?.kind === 'blank');
  if (missing !== undefined) return { kind: 'vote', poll: missing[0] };
  const released = polls.find(isNews);
  return released === undefined ? null : { kind: 'released', poll: released };
}
