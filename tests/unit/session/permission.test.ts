import { describe, expect, test } from 'vitest';
import type { ActivityId } from '#shared/kernel/ids.ts';
import { pageAccess } from '#shared/session/permission.ts';
import { ALICE, aWorkshop, BOB, CAROL, LEADER } from '../../support/workshop.ts';

const choices = (workshop: ReturnType<typeof aWorkshop>, seat: typeof ALICE) =>
  pageAccess(workshop.state, seat, 'choices');

describe('what a seat may do with a page', () => {
  test('a page is closed to participants until the leader opens an activity on it', () => {
    const workshop = aWorkshop();
    expect(choices(workshop, ALICE)).toEqual({ read: false, write: false, reason: 'not-opened' });
    expect(choices(workshop, LEADER).write).toBe(true);
    workshop.command(LEADER, { type: 'open-activity', activityId: 'a2' as ActivityId });
    expect(choices(workshop, ALICE)).toEqual({ read: true, write: true, reason: null });
  });

  test('the head of the municipal network takes part in the inventory and not in the strategic choices', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'open-activity', activityId: 'a2' as ActivityId });
    expect(pageAccess(workshop.state, CAROL, 'inventory').write).toBe(true);
    expect(choices(workshop, CAROL)).toEqual({ read: false, write: false, reason: 'recused' });
  });

  test('recusal follows the role at once when the leader corrects it', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'open-activity', activityId: 'a2' as ActivityId });
    workshop.command(LEADER, { type: 'change-role', seatId: BOB, role: 'market-actor' });
    expect(choices(workshop, BOB).reason).toBe('recused');
  });

  test('a locked page can be read by all and written by leader and secretary', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'change-role', seatId: BOB, role: 'secretary' });
    workshop.command(LEADER, { type: 'set-page-lock', pageId: 'inventory', locked: true });
    expect(pageAccess(workshop.state, ALICE, 'inventory')).toEqual({
      read: true,
      write: false,
      reason: 'locked',
    });
    expect(pageAccess(workshop.state, BOB, 'inventory').write).toBe(true);
    expect(pageAccess(workshop.state, LEADER, 'inventory').write).toBe(true);
  });

  test('a removed person gets nothing, an observer reads, and an ended workshop is read-only for the leader too', () => {
    const workshop = aWorkshop();
    workshop.command(LEADER, { type: 'remove-seat', seatId: BOB });
    expect(pageAccess(workshop.state, BOB, 'inventory')).toEqual({
      read: false,
      write: false,
      reason: 'removed',
    });
    workshop.command(LEADER, { type: 'change-role', seatId: ALICE, role: 'observer' });
    expect(pageAccess(workshop.state, ALICE, 'inventory').reason).toBe('observer');
    workshop.command(LEADER, { type: 'end-workshop' });
    expect(pageAccess(workshop.state, LEADER, 'inventory')).toEqual({
      read: true,
      write: false,
      reason: 'ended',
    });
  });

  test('a page nobody made does not exist', () => {
    expect(pageAccess(aWorkshop().state, ALICE, 'elsewhere').reason).toBe('unknown-page');
  });
});
