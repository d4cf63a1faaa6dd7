import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { must } from '#shared/kernel/assert.ts';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import { PAGE_VERSION_HEADER } from '#shared/protocol/sync.ts';
import { ApiClient } from '../../../support/api-client.ts';
import type { Contender, FetchedPage } from '../contender.ts';
import type { Door } from '../load/door.ts';
import { vagval } from '../protocols/vagval.ts';
import type { RunningServer } from '../running-server.ts';

const BUNDLE = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  '..',
  '..',
  'dist',
  'server',
  'main.js',
);
const TEMPLATE = 'working-group';
/** A page where everybody may write, with next to nothing on it. */
const PAGE = 'welcome';
const JOINING_TOGETHER = 10;

/** The built product with everything it does: seats, permissions, inspection, a commit for every edit before anybody sees it. */
export const vagvalServer: Contender = {
  id: 'vagval',
  title: 'Vägval',
  standing: 'ours',
  tellsSaved: true,
  protocol: vagval,
  launch: ({ port, directory }) => ({
    file: BUNDLE,
    // All people here have one address, and new seats are limited by address. Behind a proxy people have their own.
    args: ['--host', '127.0.0.1', '--port', String(port), '--data', directory, '--quiet', '--trust-proxy'],
    env: {},
  }),
  async doors(server, rooms, people) {
    const leader = new ApiClient(() => urlOf(server));
    await leader.signIn(must(/\/leader#(\S+)/.exec(server.greeting)?.[1], 'the leader’s link'));
    const all: (readonly Door[])[] = [];
    for (let index = 0; index < rooms; index += 1)
      all.push(await openWorkshop(server, leader, index * people, people));
    return all;
  },
  fetchPage,
};

/** As the product's client does: the page over HTTP, then from the socket what came after it. */
async function fetchPage(door: Door): Promise<FetchedPage> {
  const path = door.path.replace(/^\/sync\/(.+)\/page\/(.+)$/, '/api/workshops/$1/pages/$2/state');
  const request = get({ host: '127.0.0.1', port: door.port, path, headers: door.headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const bytes = await buffer(response);
  const version = String(response.headers[PAGE_VERSION_HEADER]);
  const [, epoch, seq] = must(/^(\d+)\.(\d+)$/.exec(version), 'the page’s version');
  return { bytes, door: { ...door, path: `${door.path}~${epoch}?since=${seq}` } };
}

const urlOf = ({ port }: RunningServer): string => `http://127.0.0.1:${port}`;

/** A workshop with its page open and everybody seated. */
async function openWorkshop(
  server: RunningServer,
  leader: ApiClient,
  firstPerson: number,
  people: number,
): Promise<readonly Door[]> {
  const workshop = await leader.createWorkshop(TEMPLATE, 'Mätning');
  await openPage(leader, workshop);
  const doors: Door[] = [];
  for (let start = 0; start < people; start += JOINING_TOGETHER) {
    const together = Math.min(JOINING_TOGETHER, people - start);
    const joining = Array.from({ length: together }, (_, index) =>
      takeSeat(server, workshop, firstPerson + start + index),
    );
    doors.push(...(await Promise.all(joining)));
  }
  return doors;
}

async function openPage(leader: ApiClient, { id }: WorkshopSummary): Promise<void> {
  await leader.call('GET', `/workshops/${id}/seat`);
  const session = await leader.connect(id);
  const agenda = must(session.view, 'the session').state.agenda;
  const activity = must(
    agenda.find(({ pageId }) => pageId === PAGE),
    'an activity on the page',
  );
  const opened = await session.command({ type: 'open-activity', activityId: activity.id });
  session.close();
  if (!opened.ok) throw new Error('the page was not opened');
}

async function takeSeat(server: RunningServer, workshop: WorkshopSummary, person: number): Promise<Door> {
  const client = new ApiClient(() => urlOf(server));
  client.headers = { 'x-forwarded-for': addressOf(person) };
  const { seatId } = await client.join(workshop.code, `Deltagare ${person + 1}`, 'elected');
  return {
    port: server.port,
    path: `/sync/${workshop.id}/page/${PAGE}`,
    headers: { Cookie: client.cookieHeader },
    room: workshop.id,
    author: must(seatId, 'a seat'),
  };
}

/** One for each person, out of the range for documentation of the sort that nobody has. */
const addressOf = (person: number): string => `198.18.${person >> 8}.${person & 255}`;
