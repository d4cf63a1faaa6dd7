import { randomBytes } from 'node:crypto';
import { must } from '#shared/kernel/assert.ts';
import {
  randomId,
  type ActivityId,
  type GroupId,
  type ObjectId,
  type PollId,
  type SeatId,
  type WorkshopId,
} from '#shared/kernel/ids.ts';
import type { Result } from '#shared/kernel/result.ts';
import { DEMO_WORKSHOPS } from '#shared/modules/demo/demo-workshops.ts';
import type { DemoPoll, DemoWorkshop } from '#shared/modules/demo/demo-workshop.ts';
import { fillPage } from '#shared/modules/templates/fill-page.ts';
import type { Command } from '#shared/session/command.ts';
import { SeatingService } from '#server/auth/seating.ts';
import { silentLogger } from '#server/logger.ts';
import { CommandHandler, type Rewinds } from '#server/session/command-handler.ts';
import { SessionService } from '#server/session/session-service.ts';
import { WorkshopFactory } from '#server/session/workshop-factory.ts';
import type { BallotStore, WorkshopStore } from '#server/storage/workshop-store.ts';
import type { PageStore } from '#server/sync/sync-port.ts';
import { VotingService } from '#server/voting/voting-service.ts';

export interface DemoPlace {
  readonly store: WorkshopStore;
  readonly ballots: BallotStore;
  readonly pages: PageStore;
}

/**
 * Adds each demonstration workshop that is not there yet. Its people join, write and vote through the same services as anybody,
 * only by a clock of their own that started some hours ago, so that the agenda has run its course.
 */
export async function addDemo(place: DemoPlace): Promise<void> {
  const titles = await existingTitles(place.store);
  for (const demo of DEMO_WORKSHOPS) if (!titles.has(demo.title)) await perform(place, demo);
}

/** Nobody in a demonstration goes back in time. */
const NO_REWINDS: Rewinds = {
  restoring: () => Promise.resolve(null),
  reverting: () => Promise.resolve(null),
};

async function existingTitles(store: WorkshopStore): Promise<ReadonlySet<string>> {
  const titles = new Set<string>();
  for (const { id } of await store.workshops()) {
    const [first] = await store.eventsSince(id, 0);
    if (first?.type === 'workshop-created') titles.add(first.title);
  }
  return titles;
}

const MINUTE = 60_000;

async function perform({ store, ballots, pages }: DemoPlace, demo: DemoWorkshop): Promise<void> {
  const length = demo.visits.reduce((sum, visit) => sum + visit.minutes, 0);
  const clock = { time: Date.now() - length * MINUTE, now: () => clock.time };
  const random = (size: number): Uint8Array => randomBytes(size);
  const sessions = new SessionService({ store, clock, logger: silentLogger });
  const seating = new SeatingService({ sessions, store, clock, random });
  const voting = new VotingService({ sessions, ballots });
  const commands = new CommandHandler({ sessions, voting, pages, rewinds: NO_REWINDS });
  const factory = new WorkshopFactory({ store, pages, clock, random });

  const { id } = await factory.create(demo);
  const seats = await seatEverybody(seating, id, demo);
  const leader = must(seats.get(demo.seats[0].key), 'the leader of the demo');
  const act = async (command: Command): Promise<unknown> =>
    succeed(await commands.handle(id, leader, command));
  const seatOf = (key: string): SeatId => must(seats.get(key), `the demo seat ${key}`);

  for (const { activity, minutes } of demo.visits) {
    await act({ type: 'open-activity', activityId: activity as ActivityId });
    clock.time += minutes * MINUTE;
  }
  for (const [page, objects] of Object.entries(demo.pages)) {
    await pages.transact(id, page, (doc) => fillPage(doc, objects, clock.now(), ({ by }) => seatOf(by)));
  }
  if (demo.poll !== null)
    await holdPoll(demo.poll, { id, act, seatOf, voting, pollId: randomId(random) as PollId });
}

async function seatEverybody(
  seating: SeatingService,
  workshop: WorkshopId,
  demo: DemoWorkshop,
): Promise<ReadonlyMap<string, SeatId>> {
  const seats = new Map<string, SeatId>();
  for (const { key, name, organisation, role, group } of demo.seats) {
    const person = { name, organisation, role, leader: seats.size === 0 };
    const joined = await seating.join(
      workshop,
      group === null ? person : { ...person, groupId: group as GroupId },
    );
    seats.set(key, succeed(joined).seatId);
  }
  return seats;
}

interface PollingPlace {
  readonly id: WorkshopId;
  readonly pollId: PollId;
  readonly voting: VotingService;
  readonly act: (command: Command) => Promise<unknown>;
  readonly seatOf: (key: string) => SeatId;
}

async function holdPoll(poll: DemoPoll, { id, pollId, voting, act, seatOf }: PollingPlace): Promise<void> {
  const { pageId, question, method, electorate, secrecy, options } = poll;
  await act({
    type: 'open-poll',
    pollId,
    pageId,
    question,
    method,
    electorate,
    secrecy,
    options: options.map((option) => ({ ...option, id: option.id as ObjectId })),
  });
  for (const { by, ballot } of poll.ballots) {
    succeed(await voting.cast(id, seatOf(by), { pollId, submissionId: `demo-${by}-ballot`, ballot }));
  }
  await act({ type: 'close-poll', pollId });
  await act({ type: 'release-poll', pollId });
  await act({ type: 'place-poll-result', pollId });
}

/** The demo's data is ours: a refusal is a bug in it. */
function succeed<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the demo was refused: ${result.error}`);
  return result.value;
}
