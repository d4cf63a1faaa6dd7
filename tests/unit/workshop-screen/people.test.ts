import { describe, expect, it } from 'vitest';
import { hereCount, peopleOf, whereaboutsOf } from '#client/views/workshop/people.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import { ALICE, BOB, CAROL, NINE, seat, workshop } from './workshop.ts';

const DAVE = 'dave' as SeatId;
const presence = { online: [ALICE, DAVE], lost: { [BOB]: NINE } };

describe('people', () => {
  it('are here, lost their connection, or are away', () => {
    expect(whereaboutsOf(presence, seat(ALICE))).toEqual({ kind: 'here' });
    expect(whereaboutsOf(presence, seat(BOB))).toEqual({ kind: 'lost', since: NINE });
    expect(whereaboutsOf(presence, seat(CAROL))).toEqual({ kind: 'away' });
  });

  it('are listed with leaders first and then in Swedish order', () => {
    const state = workshop({
      seats: {
        [ALICE]: seat(ALICE, { name: 'Örjan' }),
        [BOB]: seat(BOB, { name: 'Åsa' }),
        [CAROL]: seat(CAROL, { name: 'Zara' }),
        [DAVE]: seat(DAVE, { name: 'Äpplet', leader: true }),
      },
    });
    expect(peopleOf(state).admitted.map((person) => person.name)).toEqual(['Äpplet', 'Zara', 'Åsa', 'Örjan']);
  });

  it('wait at the door in the order they came and are kept apart when removed', () => {
    const state = workshop({
      seats: {
        [ALICE]: seat(ALICE, { standing: 'waiting', joinedAt: NINE + 2 }),
        [BOB]: seat(BOB, { standing: 'waiting', joinedAt: NINE + 1 }),
        [CAROL]: seat(CAROL, { standing: 'removed' }),
      },
    });
    const people = peopleOf(state);
    expect(people.waiting.map((person) => person.id)).toEqual([BOB, ALICE]);
    expect(people.removed.map((person) => person.id)).toEqual([CAROL]);
    expect(people.admitted).toEqual([]);
  });

  it('are counted as here only once they are let in', () => {
    const state = workshop({
      seats: { [ALICE]: seat(ALICE), [DAVE]: seat(DAVE, { standing: 'waiting' }) },
    });
    expect(hereCount(state, presence)).toBe(1);
  });
});
