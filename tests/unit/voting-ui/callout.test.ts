import { describe, expect, it } from 'vitest';
import { calloutOf } from '#client/modules/voting/callout.ts';
import type { CastingStage } from '#client/modules/voting/ballot-casting.svelte.ts';
import type { PollId } from '#shared/kernel/ids.ts';
import { pollOf, ranking } from './polls.ts';

const open = pollOf({ id: 'open' as PollId });
const released = pollOf({ id: 'released' as PollId, status: 'released' });
const failing: CastingStage = {
  kind: 'sending',
  ballot: ranking('A'),
  problem: { kind: 'no-connection', text: '' },
};
const knowing = (stage: CastingStage | null, news = false) => ({ stageOf: () => stage, isNews: () => news });

describe('the callout', () => {
  it('asks for a ballot that is missing', () => {
    expect(calloutOf([open], knowing({ kind: 'blank' }))).toEqual({ kind: 'vote', poll: open });
  });

  it('is silent before it is known whether the ballot is missing, once it is received, and without a vote', () => {
    expect(calloutOf([open], knowing({ kind: 'asking', problem: null }))).toBeNull();
    expect(calloutOf([open], knowing({ kind: 'received', submissionId: 'x', ballot: null }))).toBeNull();
    expect(calloutOf([open], knowing(null))).toBeNull();
  });

  it('is silent about a closed poll', () => {
    expect(calloutOf([pollOf({ status: 'closed' })], knowing({ kind: 'blank' }))).toBeNull();
  });

  it('tells of a ballot that does not get through', () => {
    expect(calloutOf([open], knowing(failing))).toEqual({ kind: 'unconfirmed', poll: open });
    const sending: CastingStage = { kind: 'sending', ballot: ranking('A'), problem: null };
    expect(calloutOf([open], knowing(sending))).toBeNull();
  });

  it('tells of a result only while it is news, and after what can still be lost', () => {
    expect(calloutOf([released], knowing(null, false))).toBeNull();
    expect(calloutOf([released], { stageOf: () => null, isNews: (poll) => poll === released })).toEqual({
      kind: 'released',
      poll: released,
    });
    const both = {
      stageOf: () => ({ kind: 'blank' }) as const,
      isNews: (poll: unknown) => poll === released,
    };
    expect(calloutOf([released, open], both)?.kind).toBe('vote');
  });
});
