import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { PageClosed, PageLink, PageLinkListener } from '#client/connection/page-link.ts';
import { PageModel } from '#client/model/page-model.svelte.ts';
import type { Session } from '#client/model/types.ts';
import { must } from '#shared/kernel/assert.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/session/role.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';

export const PAGE_ID = 'inventory';

/** A link that a test holds the ends of. */
export class TestLink implements PageLink {
  readonly awareness: Awareness;
  loaded = true;
  connected = true;
  opening = false;
  write: boolean | null = true;
  closed: PageClosed | null = null;
  unsaved = 0;
  stalled = false;
  keeps: 'device' | 'tab' = 'device';
  erased = false;
  reopened = 0;

  readonly doc: Y.Doc;
  readonly listener: PageLinkListener;

  constructor(doc: Y.Doc, listener: PageLinkListener) {
    this.doc = doc;
    this.listener = listener;
    this.awareness = new Awareness(doc);
  }

  reopen(): void {
    this.reopened += 1;
    this.closed = null;
  }

  erase(): Promise<void> {
    this.erased = true;
    return Promise.resolve();
  }

  destroy(): void {
    this.awareness.destroy();
  }
}

export interface TestPage {
  readonly page: PageModel;
  readonly link: TestLink;
  readonly doc: Y.Doc;
  readonly session: TestSession;
  /** Whether the last word on copies was that this page's may be kept. */
  readonly kept: () => boolean;
}

/** A real page model on a real document, without a server. */
export function openLocalPage(name: string): TestPage {
  const session = new TestSession(name as SeatId);
  const links: TestLink[] = [];
  let mayKeep = true;
  const page = new PageModel({
    pageId: PAGE_ID,
    session,
    eraseCopies: (keeps) => (mayKeep = keeps(PAGE_ID)),
    openLink: (doc, listener) => {
      const link = new TestLink(doc, listener);
      links.push(link);
      return link;
    },
  });
  const link = must(links[0], 'the link of the page');
  return { page, link, doc: link.doc, session, kept: () => mayKeep };
}

/** Wires two pages together: documents and presence, each change at once. */
export function wire(a: TestPage, b: TestPage): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc), 'wire');
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire') Y.applyUpdate(to.doc, update, 'wire');
    });
    from.link.awareness.on('update', (_changes: unknown, origin: unknown) => {
      if (origin !== 'wire')
        applyAwarenessUpdate(
          to.link.awareness,
          encodeAwarenessUpdate(from.link.awareness, [from.link.awareness.clientID]),
          'wire',
        );
    });
  }
}

/** Brings two pages that are not wired to the same state. */
export function exchange(a: TestPage, b: TestPage): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)), 'wire');
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)), 'wire');
}

export const NINE = Date.UTC(2026, 2, 10, 9, 0);

export class TestSession implements Session {
  readonly seatId: SeatId;
  state: WorkshopState;
  presence: Session['presence'] = { online: [], lost: {} };
  readonly connection = 'online';
  readonly signedOut = null;
  readonly second = NINE;
  #now = NINE;

  constructor(seatId: SeatId) {
    this.seatId = seatId;
    this.state = workshopOf(['alice', 'bob', 'carol', 'dave']);
  }

  get me(): Seat {
    const me = this.state.seats[this.seatId];
    if (me === undefined) throw new Error(`no seat ${this.seatId}`);
    return me;
  }

  now(): number {
    this.#now += 1;
    return this.#now;
  }

  turnoutOf(): null {
    return null;
  }

  /** Changes the page or the person's seat, as the leader might. */
  change(patch: { role?: Role; locked?: boolean; standing?: Seat['standing'] }): void {
    const { role = this.me.role, standing = this.me.standing, locked = false } = patch;
    this.state = {
      ...this.state,
      pages: this.state.pages.map((page) => ({ ...page, locked })),
      seats: { ...this.state.seats, [this.seatId]: { ...this.me, role, standing } },
    };
  }

  command(): Promise<never> {
    return Promise.reject(new Error('no server here'));
  }

  castBallot(): Promise<never> {
    return this.command();
  }

  ballotStatus(): Promise<never> {
    return this.command();
  }
}

function workshopOf(names: readonly string[]): WorkshopState {
  const seats = names.map((name, i): Seat => ({
    id: name as SeatId,
    name,
    organisation: '',
    role: 'elected',
    leader: false,
    standing: 'admitted',
    groupId: null,
    joinedAt: NINE + i,
  }));
  return {
    id: 'w' as WorkshopId,
    title: '',
    organisation: '',
    place: '',
    template: 'bredbandslyftet',
    language: 'sv',
    status: 'live',
    createdAt: NINE,
    endedAt: null,
    pages: [{ id: PAGE_ID, module: 'choices', title: '', opened: true, locked: false }],
    agenda: [],
    currentActivity: null,
    timer: null,
    admission: 'open',
    groups: [],
    seats: Object.fromEntries(seats.map((seat) => [seat.id, seat])),
    polls: [],
    seq: 1,
  };
}
