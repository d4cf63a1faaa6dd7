import { describe, expect, it } from 'vitest';
import { noVoteOf } from '#client/modules/voting/no-vote.ts';
import { placedFromPoll } from '#client/modules/voting/placed-from-poll.ts';
import { pollsOfPage } from '#client/modules/voting/page-polls.ts';
import { missingBallots, turnoutCount } from '#client/modules/voting/turnout-count.ts';
import { voting as sv } from '#shared/i18n/sv/voting.ts';
import type { PollId } from '#shared/kernel/ids.ts';
import { pollOf, ranking, seatId, seatOf, tallyRankings, workshopOf } from './polls.ts';

describe('who has no vote is told why', () => {
  const grouped = pollOf({ electorate: 'group', roll: ['group-2'] });
  const state = workshopOf([
    seatOf('alice', 'elected', 'group-2'),
    seatOf('bob'),
    seatOf('carol', 'village-association'),
    seatOf('dave', 'workshop-leader'),
    seatOf('erin', 'observer'),
    seatOf('frank', 'elected', 'group-3'),
  ]);

  it('nobody who has one', () => {
    expect(noVoteOf(state, pollOf(), seatId('alice'))).toBeNull();
    expect(noVoteOf(state, grouped, seatId('alice'))).toBeNull();
  });

  it('the leader, by leading', () => {
    expect(noVoteOf(state, pollOf(), seatId('dave'))).toEqual({ kind: 'leader' });
  });

  it('a role that does not vote here', () => {
    expect(noVoteOf(state, pollOf(), seatId('erin'))).toEqual({ kind: 'role', role: 'observer' });
  });

  it('a person in no group, in a poll of groups', () => {
    expect(noVoteOf(state, grouped, seatId('bob'))).toEqual({ kind: 'group' });
  });

  it('someone, or a group, that is not on the roll', () => {
    expect(noVoteOf(state, pollOf({ roll: ['alice'] }), seatId('bob'))).toEqual({ kind: 'roll' });
    expect(noVoteOf(state, grouped, seatId('frank'))).toEqual({ kind: 'roll' });
    expect(noVoteOf(state, grouped, seatId('nobody'))).toEqual({ kind: 'roll' });
  });
});

describe('turnout', () => {
  it('counts the roll as it is now, not as it was when the last ballot came', () => {
    const turnout = { pollId: 'poll-1', received: 3, entitled: 4 };
    const poll = pollOf({ roll: ['a', 'b', 'c', 'd', 'e'] });
    expect(turnoutCount(poll, turnout)).toEqual({ received: 3, entitled: 5, electorate: 'individual' });
    expect(missingBallots(poll, turnout)).toBe(2);
  });

  it('is not known before the first count', () => {
    expect(turnoutCount(pollOf(), null)).toBeNull();
    expect(missingBallots(pollOf(), null)).toBeNull();
  });

  it('reads as a sentence', () => {
    expect(sv.turnout({ received: 3, entitled: 5, electorate: 'individual' })).toBe('3 av 5 har röstat');
    expect(sv.turnout({ received: 1, entitled: 3, electorate: 'group' })).toBe('1 av 3 grupper har röstat');
    expect(sv.finalTurnout({ received: 1, entitled: 1, electorate: 'group' })).toBe('1 av 1 grupp röstade');
    expect(sv.turnoutUnknown(1, 'individual')).toBe('en person har rösträtt');
  });
});

describe('Swedish figures', () => {
  it('has shares with a space before the sign and ordinals as they are written', () => {
    expect(sv.result.share(2 / 3)).toBe('67\u00a0%');
    expect([1, 2, 3, 10, 11, 12, 21, 22, 23].map((place) => sv.result.placeShort(place, false))).toEqual([
      '1:a',
      '2:a',
      '3:e',
      '10:e',
      '11:e',
      '12:e',
      '21:a',
      '22:a',
      '23:e',
    ]);
    expect(sv.result.place(1, true)).toBe('delad 1:a plats');
  });
});

describe('the polls of a page', () => {
  it('come newest first, and those of other pages not at all', () => {
    const polls = [
      pollOf({ id: 'old' as PollId, openedAt: 1 }),
      pollOf({ id: 'other' as PollId, openedAt: 2, pageId: 'inventory' }),
      pollOf({ id: 'first-of-two' as PollId, openedAt: 3 }),
      pollOf({ id: 'second-of-two' as PollId, openedAt: 3 }),
    ];
    expect(pollsOfPage(polls, 'choices').map((poll) => poll.id)).toEqual([
      'second-of-two',
      'first-of-two',
      'old',
    ]);
  });
});

describe('a released poll as a result', () => {
  const tally = tallyRankings('ABC', ['A > B > C', 'B']);
  const cast = [
    { voter: 'group-1', ballot: ranking('A > B > C') },
    { voter: 'alice', ballot: ranking('B') },
  ];

  it('names its voters, groups and people', () => {
    const poll = pollOf({ status: 'released', result: { tally, entitled: 2, ballots: cast } });
    expect(placedFromPoll(workshopOf([seatOf('alice')]), poll)?.voterNames).toEqual({
      'group-1': 'Grupp 1',
      alice: 'alice',
    });
  });

  it('names nobody when it was secret', () => {
    const poll = pollOf({
      status: 'released',
      secrecy: 'secret',
      result: { tally, entitled: 2, ballots: null },
    });
    expect(placedFromPoll(workshopOf([]), poll)?.voterNames).toEqual({});
  });

  it('is none before the release, nor once annulled', () => {
    const result = { tally, entitled: 2, ballots: cast };
    expect(placedFromPoll(workshopOf([]), pollOf({ status: 'closed' }))).toBeNull();
    expect(placedFromPoll(workshopOf([]), pollOf({ status: 'annulled', result }))).toBeNull();
  });
});
