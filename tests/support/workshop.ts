import type { ActivityId, GroupId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { must } from '#shared/kernel/assert.ts';
import type { Command } from '#shared/session/command.ts';
import { decide } from '#shared/session/decide.ts';
import type { Happening, SessionEvent } from '#shared/session/event.ts';
import { emptyWorkshop, evolve } from '#shared/session/evolve.ts';
import type { Role } from '#shared/session/role.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';

export const LEADER = 'leader' as SeatId;
export const ALICE = 'alice' as SeatId;
export const BOB = 'bob' as SeatId;
/** The head of the municipal network: takes no part in the strategic choices. */
export const CAROL = 'carol' as SeatId;
export const START = 1_000_000;

/** A workshop in a test: state, log and clock, moved by the same rules as on the server. */
export class TestWorkshop {
  state: WorkshopState = emptyWorkshop('w' as WorkshopId);
  readonly events: SessionEvent[] = [];
  now = START;

  happen(happening: Happening, by: SeatId | null = null): this {
    const event: SessionEvent = { ...happening, seq: this.state.seq + 1, at: this.now, by };
    this.events.push(event);
    this.state = evolve(this.state, event);
    return this;
  }

  /** Carries out a command; returns the kind of refusal, or `null`. */
  command(by: SeatId, command: Command): string | null {
    const decided = decide(this.state, by, command, this.now);
    if (!decided.ok) return decided.error;
    for (const happening of decided.value) this.happen(happening, by);
    return null;
  }

  join(id: SeatId, role: Role, options: Partial<Seat> = {}): this {
    const seat = {
      id,
      name: id,
      organisation: '',
      role,
      leader: false,
      standing: 'admitted',
      groupId: null,
    } as const;
    return this.happen({ type: 'seat-joined', seat: { ...seat, ...options } }, id);
  }

  pass(ms: number): this {
    this.now += ms;
    return this;
  }

  poll() {
    return must(this.state.polls.at(-1), 'a poll');
  }
}

/** An inventory and a page of strategic choices, a leader, two who decide and one who is recused; the first page is open. */
export function aWorkshop(): TestWorkshop {
  const workshop = new TestWorkshop();
  workshop.happen({
    type: 'workshop-created',
    title: 'Bredbandslyftet',
    organisation: 'Exempel kommun',
    place: '',
    template: 'bredbandslyftet',
    language: 'sv',
    pages: [
      { id: 'inventory', module: 'inventory', title: 'Inventeringen' },
      { id: 'choices', module: 'choices', title: 'Strategiska vägval' },
    ],
    agenda: [
      { id: 'a1' as ActivityId, title: 'Nuläge', plannedMinutes: 30, pageId: 'inventory' },
      { id: 'lunch' as ActivityId, title: 'Lunch', plannedMinutes: 45, pageId: null },
      { id: 'a2' as ActivityId, title: 'Vägval', plannedMinutes: 30, pageId: 'choices' },
    ],
    groups: [
      { id: 'g1' as GroupId, name: 'Grupp 1' },
      { id: 'g2' as GroupId, name: 'Grupp 2' },
    ],
  });
  workshop.join(LEADER, 'workshop-leader', { leader: true });
  workshop.join(ALICE, 'executive-chair').join(BOB, 'chief-executive').join(CAROL, 'network-head');
  workshop.command(LEADER, { type: 'open-activity', activityId: 'a1' as ActivityId });
  return workshop;
}

export const POLL_COMMAND: Extract<Command, { type: 'open-poll' }> = {
  type: 'open-poll',
  pollId: 'poll1' as never,
  pageId: 'choices',
  question: 'Vilken väg?',
  method: 'ranking',
  electorate: 'individual',
  secrecy: 'named',
  options: [
    { id: 'a' as never, title: 'A' },
    { id: 'b' as never, title: 'B' },
  ],
};
