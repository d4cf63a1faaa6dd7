import { describe, expect, it } from 'vitest';
import type { Session } from '#client/model/types.ts';
import { WorkshopView } from '#client/views/workshop/workshop-view.svelte.ts';
import type { ActivityId, SeatId } from '#shared/kernel/ids.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import { ALICE, BOB, activity, page, seat, workshop } from './workshop.ts';

/** The session as far as a view reads it, with a state that changes. */
function sessionOf(seatId: SeatId) {
  let state = $state.raw<WorkshopState>(
    workshop({
      pages: [page('inventory', { opened: true }), page('choices', { module: 'choices', opened: true })],
      agenda: [activity('inventory', 30), activity('goal-gap', 15, 'inventory'), activity('choices', 30)],
      currentActivity: 'inventory' as ActivityId,
      seats: { [ALICE]: seat(ALICE, { leader: true, role: 'workshop-leader' }), [BOB]: seat(BOB) },
    }),
  );
  const session = {
    seatId,
    get state() {
      return state;
    },
  } as unknown as Session;
  const happen = (patch: Partial<WorkshopState>) => {
    state = { ...state, ...patch, seq: state.seq + 1 };
  };
  return { session, open: (id: string) => happen({ currentActivity: id as ActivityId }), happen };
}

describe('where a person is in the workshop', () => {
  it('keeps the page open when the next activity goes on with it', () => {
    const { session, open } = sessionOf(BOB);
    const view = new WorkshopView(session);
    open('goal-gap');
    view.moveOn();
    expect(view.pageId).toBe('inventory');
    expect(view.stage).toMatchObject({ kind: 'page', activity: { id: 'goal-gap' } });
  });

  it('stays behind, once told, until it moves on', () => {
    const { session, open, happen } = sessionOf(BOB);
    const view = new WorkshopView(session);
    expect(view.behind).toBe(false);
    open('choices');
    happen({ admission: 'approve' });
    expect([view.behind, view.pageId]).toEqual([true, 'inventory']);
    view.moveOn();
    expect([view.behind, view.pageId]).toEqual([false, 'choices']);
  });

  it('leaves a page looked at when it moves on', () => {
    const { session, open } = sessionOf(BOB);
    const view = new WorkshopView(session);
    view.lookAt('choices');
    expect([view.pageId, view.elsewhere]).toEqual(['choices', true]);
    open('goal-gap');
    view.moveOn();
    expect([view.pageId, view.elsewhere]).toEqual(['inventory', false]);
  });

  it('is not elsewhere on the page that is going on', () => {
    const { session } = sessionOf(BOB);
    const view = new WorkshopView(session);
    view.lookAt('inventory');
    expect(view.elsewhere).toBe(false);
  });
});
