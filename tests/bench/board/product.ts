import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Box } from '#shared/content/board-object.ts';
import { INK_SCALE } from '#shared/content/kinds/stroke.ts';
import { addObject, objectsOf, setBox, type NewObject } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { ObjectId, SeatId } from '#shared/kernel/ids.ts';
import { orderKeysBetween } from '#shared/kernel/order-key.ts';
import type { WorkshopSummary } from '#shared/protocol/http.ts';
import { pageDocument, SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { ApiClient } from '../../support/api-client.ts';
import { ServerProcess } from '../../support/server-process.ts';
import type { Contender, RemoteMovers } from './contender.ts';
import type { PlainBoard, PlainStroke } from './boards/plain-board.ts';

const TEMPLATE = 'working-group';
/** A page where everybody may write, with next to nothing on it. */
const PAGE = 'welcome';
/** Each goes in one message; a hundred lines drawn by hand are some 200 kB. */
const OBJECTS_TOGETHER = 200;
const FILL_MS = 120_000;
/** Others move things at this rate in all; one person's hand is told of some twenty times a second. */
const MOVERS = 5;
const MOVES_A_SECOND = 100;

interface Room {
  readonly workshop: WorkshopSummary;
  readonly visitor: ApiClient;
}

/** The built product with a workshop for each board. */
export class ProductSite {
  readonly #server: ServerProcess;
  readonly #leader: ApiClient;
  #people = 0;
  readonly #rooms = new Map<number, Promise<Room>>();

  private constructor(server: ServerProcess, leader: ApiClient) {
    this.#server = server;
    this.#leader = leader;
  }

  static async start(): Promise<ProductSite> {
    // Everybody here has one address, and new seats are limited by address; behind a proxy people have their own.
    const server = await ServerProcess.start({ args: ['--trust-proxy'] });
    const leader = new ApiClient(() => server.url);
    await leader.signIn(server.leaderSecret);
    return new ProductSite(server, leader);
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  contender(): Contender {
    return {
      id: 'vagval',
      title: 'Vägval',
      visit: async (browser, board) => {
        const { workshop, visitor } = await this.room(board);
        const url = `http://localhost:${this.#server.port}`;
        await browser.setCookies(visitor.cookieHeader, url);
        await browser.goTo(`${url}/w/${workshop.id}`);
      },
      moveRemotely: async (board, ids) => {
        const { workshop } = await this.room(board);
        const people = Array.from({ length: MOVERS }, () => this.#enter(workshop));
        const hands = await Promise.all(people);
        await Promise.all(hands.map(({ doc }) => until(() => objectsOf(doc).size >= board.size)));
        return moveInTurns(hands, ids);
      },
    };
  }

  /** Made and filled at the first asking. */
  room(board: PlainBoard): Promise<Room> {
    const known = this.#rooms.get(board.size) ?? this.#fill(board);
    this.#rooms.set(board.size, known);
    return known;
  }

  async #fill(board: PlainBoard): Promise<Room> {
    const workshop = await this.#leader.createWorkshop(TEMPLATE, `${board.size} objekt`);
    await this.#openPage(workshop);
    const writer = await this.#enter(workshop);
    await until(() => writer.provider.synced);
    const objects = objectsFor(board, writer.seatId);
    for (let start = 0; start < objects.length; start += OBJECTS_TOGETHER) {
      const together = objects.slice(start, start + OBJECTS_TOGETHER);
      writer.doc.transact(() => together.forEach((object) => addObject(writer.doc, object)));
      await wait(50);
    }
    const reader = await this.#enter(workshop);
    await until(() => objectsOf(reader.doc).size >= board.size);
    for (const { leave } of [writer, reader]) leave();
    return { workshop, visitor: (await this.#join(workshop)).client };
  }

  async #openPage({ id }: WorkshopSummary): Promise<void> {
    await this.#leader.call('GET', `/workshops/${id}/seat`);
    const session = await this.#leader.connect(id);
    const { agenda } = must(session.view, 'the session').state;
    const activity = must(
      agenda.find(({ pageId }) => pageId === PAGE),
      'an activity on the page',
    );
    const opened = await session.command({ type: 'open-activity', activityId: activity.id });
    session.close();
    if (!opened.ok) throw new Error('the page was not opened');
  }

  async #join({ code }: WorkshopSummary): Promise<{ readonly client: ApiClient; readonly seatId: SeatId }> {
    const client = new ApiClient(() => this.#server.url);
    this.#people += 1;
    client.headers = { 'x-forwarded-for': `198.18.${this.#people >> 8}.${this.#people & 255}` };
    const { seatId } = await client.join(code, 'Deltagare', 'elected');
    return { client, seatId: must(seatId, 'a seat') };
  }

  /** A stock client with a seat of its own. */
  async #enter(workshop: WorkshopSummary): Promise<Hand> {
    const { client, seatId } = await this.#join(workshop);
    const cookie = client.cookieHeader;
    class SeatedSocket extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie } });
      }
    }
    const doc = new Y.Doc();
    objectsOf(doc);
    const url = `${this.#server.url.replace('http', 'ws')}/sync`;
    const provider = new WebsocketProvider(url, pageDocument(workshop.id, PAGE), doc, {
      WebSocketPolyfill: SeatedSocket as never,
      disableBc: true,
    });
    for (const type of [SYNC_MESSAGE.permission, SYNC_MESSAGE.hello, SYNC_MESSAGE.rejected])
      provider.messageHandlers[type] = () => undefined;
    const leave = (): void => {
      provider.destroy();
      doc.destroy();
    };
    return { doc, provider, seatId, leave };
  }
}

interface Hand {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly seatId: SeatId;
  readonly leave: () => void;
}

function moveInTurns(hands: readonly Hand[], ids: readonly string[]): RemoteMovers {
  const from = ids.map((id) => {
    const box = objectsOf(must(hands[0], 'a hand').doc).get(id)?.get('box');
    return box as Box;
  });
  const start = performance.now();
  let moves = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - start) * MOVES_A_SECOND) / 1000;
    for (; moves < due; moves += 1) {
      const [id = '', turn] = [ids[moves % ids.length], Math.floor(moves / ids.length)];
      const [x, y, width, height] = must(from[moves % ids.length], 'where it was');
      const hand = must(hands[moves % hands.length], 'a hand');
      const [dx, dy] = [60 * Math.cos(turn / 4), 60 * Math.sin(turn / 4)];
      setBox(must(objectsOf(hand.doc).get(id), 'the note'), [x + dx, y + dy, width, height]);
    }
  }, 5);
  return {
    stop: async () => {
      clearInterval(timer);
      const rate = (moves / (performance.now() - start)) * 1000;
      // Put back, so that the next visit finds the same board.
      const last = must(hands[0], 'a hand');
      last.doc.transact(() =>
        ids.forEach((id, at) =>
          setBox(must(objectsOf(last.doc).get(id), 'the note'), must(from[at], 'where it was')),
        ),
      );
      await wait(300);
      for (const { leave } of hands) leave();
      return rate;
    },
  };
}

function objectsFor({ notes, strokes }: PlainBoard, author: string): readonly NewObject[] {
  const orders = orderKeysBetween(null, null, notes.length + strokes.length);
  const common = (at: number) => ({ author, order: must(orders[at], 'an order'), createdAt: Date.now() });
  return [
    ...notes.map(({ id, box, meaning, text }, at): NewObject => ({
      ...common(at),
      id: id as ObjectId,
      kind: 'note',
      box,
      fields: { meaning, text },
    })),
    ...strokes.map((stroke, at): NewObject => ({
      ...common(notes.length + at),
      id: stroke.id as ObjectId,
      kind: 'stroke',
      box: stroke.box,
      fields: { points: inkOf(stroke), tool: 'pen', color: stroke.color, lineWidth: 'medium' },
    })),
  ];
}

/** Three numbers a point, of the box, as the product's pen writes them. */
const inkOf = ({ points, box: [left, top, width, height] }: PlainStroke): readonly number[] =>
  points.flatMap(([x, y]) => [
    Math.min(INK_SCALE, Math.max(0, Math.round(((x - left) / width) * INK_SCALE))),
    Math.min(INK_SCALE, Math.max(0, Math.round(((y - top) / height) * INK_SCALE))),
    50,
  ]);

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + FILL_MS;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('the page was not filled in time');
    await wait(20);
  }
}
