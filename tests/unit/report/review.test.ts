import { describe, expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { GroupId, SeatId } from '#shared/kernel/ids.ts';
import { governance2018 } from '#shared/modules/demo/governance-2018.ts';
import { sjobacka } from '#shared/modules/demo/sjobacka.ts';
import type { DemoWorkshop } from '#shared/modules/demo/demo-workshop.ts';
import { buildReview } from '#shared/report/build-review.ts';
import type { OpenReviewPage, SavedReview } from '#shared/report/review.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import { replayDemo, type Replay } from './replay-demo.ts';

const STARTS_AT = Date.parse('2018-03-08T09:00:00Z');

/** Sjöbacka, taken on to the strategic choices, with a released poll there. */
const withChoices: DemoWorkshop = {
  ...sjobacka,
  visits: [...sjobacka.visits, { activity: 'choices', minutes: 14 }],
  poll: {
    pageId: 'choices',
    question: 'Vilket huvudspår?',
    method: 'single',
    electorate: 'individual',
    secrecy: 'named',
    options: [
      { id: 'choice-1', title: '1. Marknadsdriven utbyggnad' },
      { id: 'choice-2', title: '2. Samverkansavtal' },
    ],
    ballots: [
      { by: 'chair', ballot: { kind: 'single', option: 'choice-2' } },
      { by: 'opposition', ballot: { kind: 'single', option: 'choice-2' } },
    ],
  },
};

function saved({ state, events, pages }: Replay, viewer: Seat | null = null): SavedReview {
  const review = buildReview(state, events, pages, viewer);
  if (review.status !== 'ended') throw new Error('the replay ends the workshop');
  return review;
}

const seatOf = (state: WorkshopState, key: string): Seat => must(state.seats[key as SeatId], key);

const openPage = (review: SavedReview, id: string): OpenReviewPage => {
  const page = review.pages.find((candidate) => candidate.id === id);
  if (page === undefined || page.withheld) throw new Error(`page ${id} is not open`);
  return page;
};

describe('what is in a saved board', () => {
  const replay = replayDemo(governance2018, STARTS_AT);
  const review = saved(replay);

  test('planned and actual minutes of every activity', () => {
    expect(review.agenda.map(({ plannedMinutes, actualMinutes }) => [plannedMinutes, actualMinutes])).toEqual(
      [
        [10, 8],
        [25, 27],
        [20, 21],
        [45, 49],
        [45, 45],
        [40, 38],
        [30, 26],
        [15, 12],
        [10, 9],
      ],
    );
  });

  test('pages in the order of the agenda, with their objects', () => {
    expect(review.pages.map((page) => page.id)).toEqual([
      'welcome',
      'information',
      'group-work',
      'material',
      'inspiration',
      'next-steps',
    ]);
    expect(openPage(review, 'group-work').objects).toHaveLength(replay.pages.get('group-work')?.length ?? -1);
  });

  test('the result, with the groups’ ballots under their names', () => {
    const [poll] = openPage(review, 'group-work').polls;
    expect(poll?.placed?.voterNames).toEqual({
      'group-1': 'Grupp 1',
      'group-2': 'Grupp 2',
      'group-3': 'Grupp 3',
    });
    expect(poll?.placed?.result.ballots).toHaveLength(3);
  });

  test('people by role and organisation, those alike together, the leader first', () => {
    expect(review.participants[0]).toEqual({
      role: 'workshop-leader',
      organisation: 'Kommunförbund',
      leader: true,
      count: 1,
    });
    expect(review.participants).toContainEqual({
      role: 'broadband-strategist',
      organisation: 'Kommun',
      leader: false,
      count: 3,
    });
  });

  test('nobody’s name, anywhere', () => {
    expect(JSON.stringify(review)).not.toContain('Namn ');
    expect(JSON.stringify(saved(replay, seatOf(replay.state, 'leader')))).not.toContain('Namn ');
  });

  test('no author but the server, and the group a note came from', () => {
    const { objects } = openPage(review, 'group-work');
    expect(new Set(objects.map((object) => object.author))).toEqual(new Set(['server', '']));
    expect(objects.find((object) => object.id === 'note-group-2-1')?.groupId).toBe('group-2');
  });

  test('what the secretary wrote as said outside the groups, whichever group they sit in', () => {
    const secretary = { ...seatOf(replay.state, 'secretary'), groupId: 'group-1' as GroupId };
    const seats = { ...replay.state.seats, [secretary.id]: secretary };
    const { objects } = openPage(saved({ ...replay, state: { ...replay.state, seats } }), 'group-work');
    expect(objects.find((object) => object.id === 'note-comments-1')?.groupId).toBeNull();
  });

  test('what people changed in the template’s own objects', () => {
    const contents = (replay.pages.get('group-work') ?? []).map((object) =>
      object.id === 'choice-a' ? { ...object, fields: { ...object.fields, pros: 'Neutralt' } } : object,
    );
    const changed = saved({ ...replay, pages: new Map([...replay.pages, ['group-work', contents]]) });
    const find = (id: string) => openPage(changed, 'group-work').objects.find((object) => object.id === id);
    expect(find('choice-a')?.changed).toEqual(['pros']);
    expect(find('choice-b')?.changed).toEqual([]);
    expect(find('note-group-1-1')?.changed).toBeNull();
  });

  test('no course of the day, except for a leader', () => {
    expect(review.log).toBeNull();
    expect(saved(replay, seatOf(replay.state, 'secretary')).log).toBeNull();
    expect(saved(replay, seatOf(replay.state, 'leader')).log?.map((line) => line.type)).toContain(
      'poll-released',
    );
  });
});

describe('recusal', () => {
  const replay = replayDemo(withChoices, STARTS_AT);

  test('is noted for all to see', () => {
    expect(saved(replay).recusals).toEqual([
      {
        role: 'network-head',
        organisation: 'Sjöbacka Nät AB',
        count: 1,
        pageTitles: ['Strategiska vägval'],
      },
    ]);
  });

  test('keeps the page, its polls and its log lines from the one recused', () => {
    const review = saved(replay, seatOf(replay.state, 'network'));
    expect(review.pages.find((page) => page.id === 'choices')).toEqual({
      id: 'choices',
      module: 'choices',
      title: 'Strategiska vägval',
      withheld: true,
    });
    expect(JSON.stringify(review)).not.toContain('Vilket huvudspår?');
    expect(JSON.stringify(review)).not.toContain('Samverkansavtal');
  });

  test('holds for a leader whose role is excluded, in the log too', () => {
    const leader: Seat = { ...seatOf(replay.state, 'network'), leader: true };
    const review = saved(replay, leader);
    expect(review.log?.length).toBeGreaterThan(0);
    expect(JSON.stringify(review)).not.toContain('Vilket huvudspår?');
  });

  test('leaves everyone else the page', () => {
    expect(openPage(saved(replay, seatOf(replay.state, 'chair')), 'choices').polls).toHaveLength(1);
    expect(openPage(saved(replay), 'choices').polls).toHaveLength(1);
  });

  test('is not noted for a page that was never opened', () => {
    expect(saved(replayDemo(sjobacka, STARTS_AT)).recusals).toEqual([]);
  });
});

describe('what is not in a saved board', () => {
  test('what each person voted, even in an open poll', () => {
    const [poll] = openPage(saved(replayDemo(withChoices, STARTS_AT)), 'choices').polls;
    expect(poll?.placed?.result.ballots).toBeNull();
    expect(poll?.placed?.voterNames).toEqual({});
    expect(poll?.placed?.result.tally.ballotCount).toBe(2);
  });

  test('names in a result that was laid on the page', () => {
    const replay = replayDemo(withChoices, STARTS_AT);
    const result = {
      ...must(replay.pages.get('choices')?.[0], 'an object'),
      id: 'result' as never,
      kind: 'result' as const,
      fields: {
        pollId: 'poll',
        placed: { question: 'Vilket huvudspår?', voterNames: { chair: 'Namn chair' } },
      },
    };
    const review = saved({ ...replay, pages: new Map([...replay.pages, ['choices', [result]]]) });
    expect(openPage(review, 'choices').objects[0]?.fields).toEqual({
      pollId: 'poll',
      title: 'Vilket huvudspår?',
    });
    expect(JSON.stringify(review)).not.toContain('Namn ');
  });

  test('a result the leader never released', () => {
    const replay = replayDemo(withChoices, STARTS_AT);
    const polls = replay.state.polls.map((poll) => ({ ...poll, status: 'closed' as const }));
    const [poll] = openPage(saved({ ...replay, state: { ...replay.state, polls } }), 'choices').polls;
    expect(poll).toEqual({ id: 'poll', question: 'Vilket huvudspår?', status: 'closed', placed: null });
  });

  test('pages that were never opened', () => {
    expect(saved(replayDemo(sjobacka, STARTS_AT)).pages.map((page) => page.id)).toEqual([
      'welcome',
      'inspiration',
      'inventory',
    ]);
  });

  test('people who were waiting or removed', () => {
    const replay = replayDemo(governance2018, STARTS_AT);
    const seats = Object.fromEntries(
      Object.entries(replay.state.seats).map(([id, seat]) => [
        id,
        seat.role === 'market-actor' ? { ...seat, standing: 'removed' as const } : seat,
      ]),
    );
    const review = saved({ ...replay, state: { ...replay.state, seats } });
    expect(review.participants.map((person) => person.role)).not.toContain('market-actor');
  });
});

describe('before the workshop has ended', () => {
  test('the link says what it will open, and nothing more', () => {
    const { state, events, pages } = replayDemo(governance2018, STARTS_AT);
    const live: WorkshopState = { ...state, status: 'live', endedAt: null };
    expect(buildReview(live, events, pages, null)).toEqual({
      status: 'ongoing',
      heading: {
        workshopId: 'replay',
        title: 'Kommungruppens femte möte (exempel)',
        organisation: 'Kommungruppen',
        place: 'Stockholm',
        language: 'sv',
        startedAt: STARTS_AT,
        endedAt: null,
      },
    });
  });
});
