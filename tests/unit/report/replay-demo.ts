import * as Y from 'yjs';
import type { BoardObject } from '#shared/content/board-object.ts';
import { readPage } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { ActivityId, GroupId, PollId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { DemoWorkshop } from '#shared/modules/demo/demo-workshop.ts';
import { fillPage } from '#shared/modules/templates/fill-page.ts';
import { template } from '#shared/modules/templates/template.ts';
import type { Happening, SessionEvent } from '#shared/session/event.ts';
import { emptyWorkshop, evolve } from '#shared/session/evolve.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import { tally } from '#shared/voting/tally.ts';

export interface Replay {
  readonly state: WorkshopState;
  readonly events: readonly SessionEvent[];
  readonly pages: ReadonlyMap<string, readonly BoardObject[]>;
}

const MINUTE = 60_000;

/** A demo as it would be after the day: its people joined at `startsAt`, the agenda ran its course, the leader ended it. */
export function replayDemo(demo: DemoWorkshop, startsAt: number): Replay {
  const { pages, agenda, groups } = template(demo.template, demo.language);
  const { title, organisation, place, language } = demo;
  const happenings: { readonly at: number; readonly happening: Happening }[] = [];
  let now = startsAt;
  const add = (happening: Happening) => happenings.push({ at: now, happening });

  add({
    type: 'workshop-created',
    title,
    organisation,
    place,
    template: demo.template,
    language,
    pages: pages.map(({ id, module, title: pageTitle }) => ({ id, module, title: pageTitle })),
    agenda,
    groups,
  });
  for (const seat of demo.seats) {
    add({
      type: 'seat-joined',
      seat: {
        id: seat.key as SeatId,
        name: `Namn ${seat.key}`,
        organisation: seat.organisation,
        role: seat.role,
        leader: seat.role === 'workshop-leader',
        standing: 'admitted',
        groupId: seat.group as GroupId | null,
      },
    });
  }
  for (const { activity, minutes } of demo.visits) {
    add({ type: 'activity-opened', activityId: activity as ActivityId });
    now += minutes * MINUTE;
  }
  if (demo.poll !== null) for (const happening of pollOf(demo)) add(happening);
  add({ type: 'workshop-ended' });

  const events = happenings.map(({ at, happening }, index): SessionEvent => ({
    ...happening,
    at,
    seq: index + 1,
    by: null,
  }));
  return {
    state: events.reduce(evolve, emptyWorkshop('replay' as WorkshopId)),
    events,
    pages: new Map(pages.map((page) => [page.id, contentOf(demo, page.id, startsAt)])),
  };
}

function pollOf(demo: DemoWorkshop): readonly Happening[] {
  const poll = must(demo.poll, 'a poll');
  const { pageId, question, method, electorate, secrecy, options } = poll;
  const voterOf = (key: string): string => {
    const seat = must(
      demo.seats.find((candidate) => candidate.key === key),
      'the voter',
    );
    return electorate === 'group' ? must(seat.group, 'a group') : seat.key;
  };
  const ballots = poll.ballots.map(({ by, ballot }) => ({ voter: voterOf(by), ballot }));
  const pollId = 'poll' as PollId;
  const roll = ballots.map(({ voter }) => voter);
  const counted = tally(
    method,
    options,
    ballots.map(({ ballot }) => ballot),
  );
  return [
    {
      type: 'poll-opened',
      poll: { id: pollId, pageId, question, method, electorate, secrecy, options, roll },
    },
    { type: 'poll-closed', pollId },
    {
      type: 'poll-released',
      pollId,
      result: { tally: counted, entitled: roll.length, ballots: secrecy === 'named' ? ballots : null },
    },
  ];
}

function contentOf(demo: DemoWorkshop, pageId: string, now: number): readonly BoardObject[] {
  const page = template(demo.template, demo.language).pages.find((candidate) => candidate.id === pageId);
  const doc = new Y.Doc();
  fillPage(doc, page?.objects ?? [], now);
  fillPage(doc, demo.pages[pageId] ?? [], now, (object) => object.by);
  return readPage(doc);
}
