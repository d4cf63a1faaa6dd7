import { describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/kernel/ids.ts';
import { logLines } from '#shared/report/review-log.ts';
import type { Command } from '#shared/session/command.ts';
import { visibleEvent } from '#shared/session/visibility.ts';
import { must } from '#shared/kernel/assert.ts';
import { ALICE, aWorkshop, BOB, CAROL, LEADER, START } from '../../support/workshop.ts';

const RESTORE: Command = { type: 'restore-page', pageId: 'inventory', to: START };
const REVERT: Command = { type: 'revert-seat', pageId: 'inventory', seatId: BOB, since: START };

describe('going back on a page', () => {
  test('is for the leader to ask for, on a page and about a seat that there are', () => {
    const workshop = aWorkshop();

    for (const command of [RESTORE, REVERT]) {
      expect(workshop.command(LEADER, command)).toBeNull();
      expect(workshop.command(BOB, command)).toBe('forbidden');
      expect(workshop.command(LEADER, { ...command, pageId: 'nowhere' })).toBe('unknown-page');
    }
    expect(workshop.command(LEADER, { ...RESTORE, to: START - 1 })).toBe('unknown-moment');
    expect(workshop.command(LEADER, { ...REVERT, seatId: 'nobody' as SeatId })).toBe('unknown-seat');
  });

  test('is not for a leader whose role takes no part in the page', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'change-role', seatId: LEADER, role: 'network-head' });
    expect(workshop.command(LEADER, { ...RESTORE, pageId: 'choices' })).toBe('recused');
    expect(workshop.command(LEADER, { ...REVERT, pageId: 'choices' })).toBe('recused');
  });

  test('is over when the workshop is', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'end-workshop' });
    expect(workshop.command(LEADER, RESTORE)).toBe('workshop-ended');
  });

  test('is a line in the leader’s log; whose work was undone is told to no other participant', () => {
    const workshop = aWorkshop();
    const before = workshop.state;
    workshop.happen({ type: 'page-restored', pageId: 'inventory', to: START }, LEADER);
    workshop.happen({ type: 'seat-reverted', pageId: 'inventory', seatId: BOB, since: START }, LEADER);
    const reverted = must(workshop.events.at(-1), 'the event');

    const lines = logLines(workshop.state, workshop.events, must(workshop.state.seats[LEADER], 'the leader'));
    expect(lines.slice(-2)).toEqual([
      { at: START, type: 'page-restored', subject: 'Inventeringen', role: null },
      { at: START, type: 'seat-reverted', subject: '', role: 'chief-executive' },
    ]);
    expect(visibleEvent(before, reverted, LEADER)).toEqual(reverted);
    for (const seat of [ALICE, BOB, CAROL]) expect(visibleEvent(before, reverted, seat).type).toBe('hidden');
  });
});
