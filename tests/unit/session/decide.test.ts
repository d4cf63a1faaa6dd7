import { describe, expect, test } from 'vitest';
import type { ActivityId, GroupId } from '#shared/kernel/ids.ts';
import { voterIdOf } from '#shared/session/permission.ts';
import { ALICE, aWorkshop, BOB, CAROL, LEADER, POLL_COMMAND, START } from '../../support/workshop.ts';

const MINUTE = 60_000;

describe('the leader leads', () => {
  test('a participant cannot give the leader’s commands, nor touch another seat', () => {
    const workshop = aWorkshop();
    expect(workshop.command(ALICE, { type: 'open-activity', activityId: 'a2' as ActivityId })).toBe(
      'forbidden',
    );
    expect(workshop.command(ALICE, { type: 'remove-seat', seatId: BOB })).toBe('forbidden');
    expect(workshop.command(ALICE, { type: 'assign-group', seatId: BOB, groupId: 'g1' as GroupId })).toBe(
      'forbidden',
    );
    expect(workshop.command(ALICE, { type: 'change-role', seatId: ALICE, role: 'elected' })).toBe(
      'forbidden',
    );
    expect(
      workshop.command(ALICE, { type: 'assign-group', seatId: ALICE, groupId: 'g1' as GroupId }),
    ).toBeNull();
  });

  test('opening an activity twice is one visit; leaving it and coming back is two', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'open-activity', activityId: 'a1' as ActivityId });
    workshop.pass(5 * MINUTE).command(LEADER, { type: 'open-activity', activityId: 'lunch' as ActivityId });
    workshop.pass(MINUTE).command(LEADER, { type: 'open-activity', activityId: 'a1' as ActivityId });
    expect(workshop.state.agenda[0]?.visits).toEqual([
      { from: START, to: START + 5 * MINUTE },
      { from: START + 6 * MINUTE, to: null },
    ]);
  });

  test('a leader cannot be removed, and nobody becomes a leader by a role', () => {
    const workshop = aWorkshop();
    expect(workshop.command(LEADER, { type: 'remove-seat', seatId: LEADER })).toBe('forbidden');
    expect(workshop.command(LEADER, { type: 'change-role', seatId: ALICE, role: 'workshop-leader' })).toBe(
      'forbidden',
    );
  });
});

describe('the timer', () => {
  test('pausing keeps what is left, resuming sets a new end', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'start-timer', durationMs: 10 * MINUTE });
    workshop.pass(4 * MINUTE).command(LEADER, { type: 'pause-timer' });
    workshop.pass(30 * MINUTE).command(LEADER, { type: 'resume-timer' });
    expect(workshop.state.timer).toEqual({
      kind: 'running',
      endsAt: workshop.now + 6 * MINUTE,
      totalMs: 10 * MINUTE,
    });
  });

  test('a minute added to a timer that ran out is a minute from now', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'start-timer', durationMs: MINUTE });
    workshop.pass(3 * MINUTE).command(LEADER, { type: 'extend-timer', byMs: MINUTE });
    expect(workshop.state.timer).toMatchObject({ kind: 'running', endsAt: workshop.now + MINUTE });
  });

  test('a timer stops when the next activity opens', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'start-timer', durationMs: MINUTE });
    workshop.command(LEADER, { type: 'open-activity', activityId: 'a2' as ActivityId });
    expect(workshop.state.timer).toBeNull();
  });

  test('without a timer there is nothing to pause', () => {
    expect(aWorkshop().command(LEADER, { type: 'pause-timer' })).toBe('wrong-timer-state');
  });
});

describe('polls', () => {
  const withChoices = () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'open-activity', activityId: 'a2' as ActivityId });
    return workshop;
  };

  test('the roll holds those whose role votes: no leader, nobody recused', () => {
    const workshop = withChoices();
    expect(workshop.command(LEADER, POLL_COMMAND)).toBeNull();
    expect(workshop.poll().roll).toEqual([ALICE, BOB]);
    expect(voterIdOf(workshop.state, workshop.poll(), CAROL)).toBeNull();
    expect(voterIdOf(workshop.state, workshop.poll(), LEADER)).toBeNull();
  });

  test('the same poll opened twice, after a lost reply, is one poll', () => {
    const workshop = withChoices();
    workshop.command(LEADER, POLL_COMMAND);
    expect(workshop.command(LEADER, POLL_COMMAND)).toBeNull();
    expect(workshop.state.polls).toHaveLength(1);
  });

  test('a group poll has one voter a group that somebody may vote in', () => {
    const workshop = withChoices();
    workshop.command(LEADER, { type: 'assign-group', seatId: ALICE, groupId: 'g1' as GroupId });
    workshop.command(LEADER, { type: 'assign-group', seatId: CAROL, groupId: 'g2' as GroupId });
    workshop.command(LEADER, { ...POLL_COMMAND, electorate: 'group' });
    expect(workshop.poll().roll).toEqual(['g1']);
    expect(voterIdOf(workshop.state, workshop.poll(), ALICE)).toBe('g1');
    expect(voterIdOf(workshop.state, workshop.poll(), BOB)).toBeNull();
    workshop.command(LEADER, { type: 'assign-group', seatId: BOB, groupId: 'g2' as GroupId });
    expect(workshop.poll().roll).toEqual(['g1', 'g2']);
  });

  test('whoever is let in while a poll is open gets a ballot', () => {
    const workshop = withChoices();
    workshop.command(LEADER, POLL_COMMAND);
    workshop.join('dave' as never, 'elected', { standing: 'waiting' });
    expect(workshop.poll().roll).not.toContain('dave');
    workshop.command(LEADER, { type: 'admit-seat', seatId: 'dave' as never });
    expect(workshop.poll().roll).toContain('dave');
  });

  test('closing and releasing are two acts, in that order, and nothing reopens', () => {
    const workshop = withChoices();
    workshop.command(LEADER, POLL_COMMAND);
    const { id } = workshop.poll();
    expect(workshop.command(LEADER, { type: 'release-poll', pollId: id })).toBe('poll-not-closed');
    expect(workshop.command(LEADER, { type: 'close-poll', pollId: id })).toBeNull();
    expect(workshop.command(LEADER, { type: 'close-poll', pollId: id })).toBe('poll-not-open');
    expect(workshop.command(LEADER, { type: 'place-poll-result', pollId: id })).toBe('poll-not-released');
  });

  test('fewer than two different options, or nobody to vote, is no poll', () => {
    const workshop = withChoices();
    const [first] = POLL_COMMAND.options;
    expect(
      workshop.command(LEADER, { ...POLL_COMMAND, options: first === undefined ? [] : [first, first] }),
    ).toBe('too-few-options');
    for (const seatId of [ALICE, BOB]) workshop.command(LEADER, { type: 'remove-seat', seatId });
    expect(workshop.command(LEADER, POLL_COMMAND)).toBe('no-voters');
  });

  test('ending the workshop closes open polls and then nothing but reopening is heard', () => {
    const workshop = withChoices();
    workshop.command(LEADER, POLL_COMMAND);
    workshop.command(LEADER, { type: 'end-workshop' });
    expect(workshop.poll().status).toBe('closed');
    expect(workshop.state.agenda.every(({ visits }) => visits.every(({ to }) => to !== null))).toBe(true);
    expect(workshop.command(LEADER, { type: 'stop-timer' })).toBe('workshop-ended');
    expect(workshop.command(LEADER, { type: 'reopen-workshop' })).toBeNull();
  });
});
