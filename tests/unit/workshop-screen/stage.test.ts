import { describe, expect, it } from 'vitest';
import { readablePages, stageFor, turnTo } from '#client/views/workshop/stage.ts';
import type { ActivityId } from '#shared/kernel/ids.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import { ALICE, BOB, CAROL, activity, page, seat, workshop } from './workshop.ts';

const day = (patch: Partial<WorkshopState> = {}): WorkshopState =>
  workshop({
    pages: [
      page('inventory', { opened: true }),
      page('choices', { module: 'choices', opened: true }),
      page('next', { module: 'next-steps' }),
    ],
    agenda: [
      activity('inventory', 30),
      activity('goal-gap', 15, 'inventory'),
      activity('lunch', 45, null),
      activity('choices', 30),
      activity('next', 5),
    ],
    currentActivity: 'inventory' as ActivityId,
    seats: {
      [ALICE]: seat(ALICE, { leader: true, role: 'workshop-leader' }),
      [BOB]: seat(BOB),
      [CAROL]: seat(CAROL, { role: 'network-head' }),
    },
    ...patch,
  });

describe('what the screen shows', () => {
  it('is the page of the open activity', () => {
    const stage = stageFor(day(), BOB, 'inventory', null);
    expect(stage).toMatchObject({ kind: 'page', activity: { id: 'inventory' }, page: { id: 'inventory' } });
  });

  it('is the agenda during a break', () => {
    expect(stageFor(day(), BOB, 'lunch', null)).toMatchObject({ kind: 'break', activity: { id: 'lunch' } });
  });

  it('is the waiting room before anything is opened and the farewell after the end', () => {
    expect(stageFor(day(), BOB, null, null).kind).toBe('gathering');
    expect(stageFor(day({ status: 'ended' }), BOB, null, null).kind).toBe('ended');
  });

  it('tells a recused person why instead of showing the page', () => {
    const stage = stageFor(day(), CAROL, 'choices', null);
    expect(stage).toMatchObject({ kind: 'recused', page: { id: 'choices' } });
  });

  it('is the page a person has turned to, during a break and after the end too', () => {
    expect(stageFor(day(), BOB, 'lunch', 'inventory')).toMatchObject({
      kind: 'page',
      activity: null,
      page: { id: 'inventory' },
    });
    expect(stageFor(day({ status: 'ended' }), BOB, null, 'inventory').kind).toBe('page');
  });

  it('falls back to what is going on when the page turned to may not be read', () => {
    expect(stageFor(day(), BOB, 'lunch', 'next').kind).toBe('break');
    expect(stageFor(day(), CAROL, 'lunch', 'choices').kind).toBe('break');
    expect(stageFor(day(), BOB, 'lunch', 'no-such-page').kind).toBe('break');
  });

  it('lets the leader look ahead', () => {
    expect(stageFor(day(), ALICE, 'inventory', 'next')).toMatchObject({ kind: 'page', page: { id: 'next' } });
  });
});

describe('turning to a page', () => {
  it('means following again when that page is the one going on', () => {
    const state = day({ currentActivity: 'goal-gap' as ActivityId });
    expect(turnTo(state, 'inventory')).toBeNull();
    expect(turnTo(state, 'choices')).toBe('choices');
  });

  it('is offered for pages that may be read', () => {
    expect(readablePages(day(), ALICE).map((p) => p.id)).toEqual(['inventory', 'choices', 'next']);
    expect(readablePages(day(), BOB).map((p) => p.id)).toEqual(['inventory', 'choices']);
    expect(readablePages(day(), CAROL).map((p) => p.id)).toEqual(['inventory']);
  });
});
