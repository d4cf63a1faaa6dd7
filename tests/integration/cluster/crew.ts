import { onTestFinished } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { PollId } from '#shared/kernel/ids.ts';
import type { SeatInfo, WorkshopSummary } from '#shared/protocol/http.ts';
import type { Presence } from '#shared/protocol/session-socket.ts';
import { ApiClient, type SessionClient } from '../../support/api-client.ts';
import { CLUSTER_KEY } from '../../support/cluster.ts';
import { eventually } from '../../support/eventually.ts';
import { Member, PAGE } from './member.ts';

/** A workshop in full swing, its people on several servers: writing on one page, with a poll open. */
export interface Crew {
  readonly workshop: WorkshopSummary;
  readonly leader: SessionClient;
  /** Whom the leader sees. */
  readonly presence: () => Presence;
  readonly pollId: PollId;
  /** One at each address. */
  readonly members: readonly Member[];
  /** The same with the leader on a new line. */
  leaderBack(): Promise<Crew>;
}

/** `urls`: the leader comes by way of the first; a member by way of each. */
export async function crewAt(urls: readonly string[]): Promise<Crew> {
  const first = must(urls[0], 'an address');
  const api = new ApiClient(() => first);
  await api.signIn(CLUSTER_KEY);
  const workshop = await api.createWorkshop();
  await api.call<SeatInfo>('GET', `/workshops/${workshop.id}/seat`);
  const screen = () => screenOf(api, workshop);
  const { leader, presence } = await screen();
  await open(leader, PAGE);
  await open(leader, 'choices');
  const members = await Promise.all(urls.map((url, at) => Member.join(url, workshop, `Person ${at}`)));
  onTestFinished(() => members.forEach((member) => member.leave()));
  const pollId = `poll-${workshop.id}` as PollId;
  await openPoll(leader, pollId);
  await eventually(() => members.every(({ isThere }) => isThere), 'everybody is there');
  for (const member of members) member.startWriting();
  await eventually(() => members.every(({ savedNotes }) => savedNotes.length > 3), 'everybody writes');
  const crew: Crew = {
    workshop,
    leader,
    presence,
    pollId,
    members,
    leaderBack: async () => ({ ...crew, ...(await screen()) }),
  };
  return crew;
}

async function screenOf(
  api: ApiClient,
  workshop: WorkshopSummary,
): Promise<Pick<Crew, 'leader' | 'presence'>> {
  const leader = await api.connect(workshop.id);
  onTestFinished(() => leader.close());
  let presence = must(leader.view, 'a view').presence;
  leader.socket.on('presence', (news) => (presence = news));
  return { leader, presence: () => presence };
}

async function open(leader: SessionClient, pageId: string): Promise<void> {
  const { agenda } = must(leader.view, 'a view').state;
  const activity = must(
    agenda.find((each) => each.pageId === pageId),
    pageId,
  );
  await done(leader, { type: 'open-activity', activityId: activity.id });
}

const openPoll = (leader: SessionClient, pollId: PollId): Promise<void> =>
  done(leader, {
    type: 'open-poll',
    pollId,
    pageId: 'choices',
    question: 'Vilket?',
    method: 'single',
    electorate: 'individual',
    secrecy: 'secret',
    options: ['a', 'b'].map((id) => ({ id, title: id.toUpperCase() })),
  });

async function done(leader: SessionClient, command: Readonly<Record<string, unknown>>): Promise<void> {
  const outcome = await leader.command(command);
  if (!outcome.ok) throw new Error(`${String(command['type'])}: ${outcome.error.kind}`);
}
