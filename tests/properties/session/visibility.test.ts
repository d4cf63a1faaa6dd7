import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActivityId, GroupId, SeatId } from '#shared/kernel/ids.ts';
import type { Command } from '#shared/session/command.ts';
import { evolve } from '#shared/session/evolve.ts';
import { changesView, visibleEvent, visibleState } from '#shared/session/visibility.ts';
import { ALICE, aWorkshop, BOB, CAROL, LEADER, POLL_COMMAND } from '../../support/workshop.ts';

const SECRET = 'hemlig-fråga';
const seats = [LEADER, ALICE, BOB, CAROL, 'dave' as SeatId];
const pollId = fc.constantFrom('p1', 'p2').map((id) => id as never);
const seatId = fc.constantFrom(...seats);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom('a1', 'lunch', 'a2')
    .map((id): Command => ({ type: 'open-activity', activityId: id as ActivityId })),
  fc
    .record({
      pollId,
      pageId: fc.constantFrom('inventory', 'choices'),
      electorate: fc.constantFrom('individual' as const, 'group' as const),
    })
    .map((poll): Command => ({
      ...POLL_COMMAND,
      ...poll,
      question: poll.pageId === 'choices' ? SECRET : 'öppen',
    })),
  pollId.map((id): Command => ({ type: 'close-poll', pollId: id })),
  pollId.map((id): Command => ({ type: 'annul-poll', pollId: id })),
  seatId.map((id): Command => ({ type: 'admit-seat', seatId: id })),
  seatId.map((id): Command => ({ type: 'remove-seat', seatId: id })),
  fc
    .record({
      seatId,
      role: fc.constantFrom('elected' as const, 'network-head' as const, 'observer' as const),
    })
    .map((change): Command => ({ type: 'change-role', ...change })),
  fc
    .record({ seatId, groupId: fc.constantFrom('g1', 'g2').map((id) => id as GroupId) })
    .map((change): Command => ({ type: 'assign-group', ...change })),
  fc.constant<Command>({ type: 'set-page-lock', pageId: 'choices', locked: true }),
  fc.constant<Command>({ type: 'start-timer', durationMs: 60_000 }),
  fc.constant<Command>({ type: 'end-workshop' }),
  fc.constant<Command>({ type: 'reopen-workshop' }),
);

test('every seat’s own view, kept up by the events it is sent, is the view of the whole state', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const workshop = aWorkshop().join('dave' as SeatId, 'elected', { standing: 'waiting' });
      let before = workshop.state;
      const views = new Map(seats.map((seat) => [seat, visibleState(before, seat)]));
      for (const next of commands) {
        const from = workshop.events.length;
        workshop.command(LEADER, next);
        for (const event of workshop.events.slice(from)) {
          const after = evolve(before, event);
          for (const [seat, view] of views) {
            const sent = visibleEvent(before, event, seat);
            views.set(seat, changesView(event, seat) ? visibleState(after, seat) : evolve(view, sent));
            const expected = visibleState(after, seat);
            // Outside the door the view is not kept up, only renewed when the person is let in.
            if (after.seats[seat]?.standing === 'admitted') expect(views.get(seat)).toEqual(expected);
          }
          before = after;
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('nothing of a poll on the strategic choices is ever sent to a seat while it is recused or outside', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const workshop = aWorkshop().join('dave' as SeatId, 'elected', { standing: 'waiting' });
      let before = workshop.state;
      for (const next of commands) {
        const from = workshop.events.length;
        workshop.command(LEADER, next);
        for (const event of workshop.events.slice(from)) {
          for (const seat of seats) {
            const { role, standing } = before.seats[seat] ?? { role: 'elected', standing: 'removed' };
            if (role !== 'network-head' && standing === 'admitted') continue;
            expect(JSON.stringify(visibleEvent(before, event, seat))).not.toContain(SECRET);
            expect(JSON.stringify(visibleState(before, seat))).not.toContain(SECRET);
          }
          before = evolve(before, event);
        }
      }
    }),
    { numRuns: 300 },
  );
});
