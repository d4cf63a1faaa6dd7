import { describe, expect, test } from 'vitest';
import type { ObjectId, SeatId } from '#shared/kernel/ids.ts';
import { BoardAttention } from '#client/board/attention.ts';
import { openLocalPage, wire } from '../page-model/local-page.ts';

function twoPeople() {
  const [alice, bob] = [openLocalPage('alice'), openLocalPage('bob')];
  wire(alice, bob);
  const attention = ({ page, session }: typeof alice) => new BoardAttention(page, session);
  return { alice, bob, hers: attention(alice), his: attention(bob) };
}

const asLeader = (page: ReturnType<typeof openLocalPage>, ...names: readonly string[]) => {
  for (const name of names) {
    const seat = page.session.state.seats[name as SeatId];
    if (seat === undefined) throw new Error(`no seat ${name}`);
    page.session.state = {
      ...page.session.state,
      seats: { ...page.session.state.seats, [name]: { ...seat, leader: true } },
    };
  }
};

describe('who else is on the board', () => {
  test('is seen with what they have selected and where they look', async () => {
    const { hers, his } = twoPeople();
    his.show({ selected: ['note' as ObjectId], view: [0.4, 0, 800, 600] });
    await expect
      .poll(() => hers.others)
      .toEqual([{ seatId: 'bob', name: 'bob', color: 2, selected: ['note'], view: [0, 0, 800, 600] }]);
    his.show({ view: null });
    await expect.poll(() => hers.others[0]?.view).toBeNull();
  });

  test('is read with care: it comes from other people’s browsers', async () => {
    const { bob, hers } = twoPeople();
    bob.page.showAttention({ selected: 'note', view: [0, 0, 0, 600], call: { at: 'now' } });
    await expect.poll(() => hers.others).toMatchObject([{ seatId: 'bob', selected: [], view: null }]);
    bob.page.showAttention(null);
    await expect.poll(() => hers.others).toEqual([]);
  });
});

describe('pointers', () => {
  test('are shown and hidden by choice, whatever the size of the room', () => {
    const { page, session } = openLocalPage('alice');
    expect(page.showsPointers).toBe(true);
    page.wantPointers(false);
    expect(page.showsPointers).toBe(false);
    page.wantPointers(null);
    session.presence = { online: Array.from({ length: 26 }, (_, i) => `s${i}`) as never, lost: {} };
    expect(page.showsPointers).toBe(false);
    page.wantPointers(true);
    expect(page.showsPointers).toBe(true);
  });
});

describe('a call', () => {
  test('of a leader reaches everybody on the page', async () => {
    const { alice, bob, hers, his } = twoPeople();
    asLeader(alice, 'alice');
    asLeader(bob, 'alice');
    hers.callHere([0, 0, 400, 300], 'note' as ObjectId);
    await expect
      .poll(() => his.call)
      .toMatchObject({ name: 'alice', view: [0, 0, 400, 300], object: 'note' });
    expect(hers.call).toBeNull();
  });

  test('of anybody else is none, on either side', async () => {
    const { bob, hers, his } = twoPeople();
    asLeader(bob, 'bob');
    // Bob's browser takes him for a leader; alice's knows better.
    his.callHere([0, 0, 400, 300], null);
    his.show({ selected: ['seen' as ObjectId] });
    await expect.poll(() => hers.others[0]?.selected).toEqual(['seen']);
    expect(hers.call).toBeNull();
  });
});
