import { describe, expect, it } from 'vitest';
import { agendaTimes, neighbours } from '#client/views/workshop/agenda-times.ts';
import type { ActivityId } from '#shared/kernel/ids.ts';
import { MINUTE, NINE, activity } from './workshop.ts';

const at = (minutes: number): number => NINE + minutes * MINUTE;
const open = (id: string) => id as ActivityId;

describe('agenda times', () => {
  it('are lengths only until the workshop has begun', () => {
    const agenda = [activity('welcome', 10), activity('inventory', 30)];
    const times = agendaTimes({ agenda, currentActivity: null }, NINE);
    expect(times.rows.map((row) => row.plannedStart)).toEqual([null, null]);
    expect(times).toMatchObject({ plannedMinutes: 40, plannedEnd: null, expectedEnd: null });
  });

  it('count from the moment the first activity was opened', () => {
    const agenda = [
      activity('welcome', 10, 'welcome', [{ from: NINE, to: at(14) }]),
      activity('inventory', 30, 'inventory', [{ from: at(14), to: null }]),
      activity('lunch', 45, null),
    ];
    const times = agendaTimes({ agenda, currentActivity: open('inventory') }, at(20));
    expect(times.rows.map((row) => row.plannedStart)).toEqual([at(0), at(10), at(40)]);
    expect(times.rows.map((row) => row.place)).toEqual(['past', 'current', 'ahead']);
    expect(times.rows.map((row) => row.actualMinutes)).toEqual([14, 6, null]);
    expect(times.plannedEnd).toBe(at(85));
    expect(times.expectedEnd).toBe(at(20 + 24 + 45));
  });

  it('add up an activity that was opened twice', () => {
    const agenda = [
      activity('welcome', 10, 'welcome', [
        { from: NINE, to: at(5) },
        { from: at(25), to: null },
      ]),
      activity('inventory', 30, 'inventory', [{ from: at(5), to: at(25) }]),
    ];
    const times = agendaTimes({ agenda, currentActivity: open('welcome') }, at(28));
    expect(times.rows.map((row) => row.actualMinutes)).toEqual([8, 20]);
    // The inventory has had its turn, so only two minutes of the welcome are left.
    expect(times.expectedEnd).toBe(at(30));
  });

  it('push the expected end forward, never back, when an activity runs over', () => {
    const agenda = [activity('a', 10, 'a', [{ from: NINE, to: null }]), activity('b', 20)];
    const ends = [5, 10, 15].map(
      (minutes) => agendaTimes({ agenda, currentActivity: open('a') }, at(minutes)).expectedEnd,
    );
    expect(ends).toEqual([at(30), at(30), at(35)]);
  });

  it('let the day start with whichever activity was opened first', () => {
    const agenda = [activity('a', 10), activity('b', 20, 'b', [{ from: at(10), to: null }])];
    const times = agendaTimes({ agenda, currentActivity: open('b') }, at(12));
    expect(times.rows.map((row) => row.plannedStart)).toEqual([at(0), at(10)]);
  });

  it('never count below zero on a screen whose clock lags', () => {
    const agenda = [activity('a', 10, 'a', [{ from: at(1), to: null }])];
    expect(agendaTimes({ agenda, currentActivity: open('a') }, NINE).rows[0]?.actualMinutes).toBe(0);
  });
});

describe('previous and next', () => {
  const agenda = [activity('a', 1), activity('b', 1), activity('c', 1)];
  const names = (current: string | null) => {
    const { previous, next } = neighbours({
      agenda,
      currentActivity: current === null ? null : open(current),
    });
    return [previous?.id ?? null, next?.id ?? null];
  };

  it('stand on either side of the open activity', () => {
    expect(names('b')).toEqual(['a', 'c']);
    expect(names('a')).toEqual([null, 'b']);
    expect(names('c')).toEqual(['b', null]);
  });

  it('lead back to where the room was when an ended workshop is reopened', () => {
    const visited = [
      activity('a', 1, 'a', [{ from: at(2), to: at(3) }]),
      activity('b', 1, 'b', [{ from: at(1), to: at(2) }]),
      activity('c', 1),
    ];
    expect(neighbours({ agenda: visited, currentActivity: null })).toMatchObject({
      previous: { id: 'a' },
      next: { id: 'b' },
    });
  });

  it('begin with the first activity', () => expect(names(null)).toEqual([null, 'a']));
});
