import type { Clock } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Presence } from '#shared/protocol/session-socket.ts';

/** Changes of a moment travel together: a room that joins at once is one message, not a hundred. */
const COALESCE_MS = 200;

/** The screens of a server that has said nothing for this long are gone, as far as anybody can tell; with a beat on top, within ten seconds. */
const NODE_SILENT_MS = 8_000;

interface RemoteScreens {
  readonly presence: Presence;
  readonly heardAt: number;
}

interface Room {
  /** Open screens by seat: two tabs are one person. */
  readonly screens: Map<SeatId, number>;
  readonly lost: Map<SeatId, number>;
  /** By server. */
  readonly elsewhere: Map<string, RemoteScreens>;
  timer: NodeJS.Timeout | null;
}

/** Who has a screen open now, on this server or another, and who lost theirs without saying goodbye. Never stored. */
export class PresenceTracker {
  readonly #rooms = new Map<WorkshopId, Room>();
  readonly #clock: Clock;
  readonly #announce: (workshop: WorkshopId, presence: Presence) => void;
  readonly #tellOthers: (workshop: WorkshopId, presence: Presence) => void;

  /** `announce` is given the whole, for the screens here; `tellOthers` what is here, for the other servers. */
  constructor(options: {
    readonly clock: Clock;
    readonly announce: (workshop: WorkshopId, presence: Presence) => void;
    readonly tellOthers: (workshop: WorkshopId, presence: Presence) => void;
  }) {
    this.#clock = options.clock;
    this.#announce = options.announce;
    this.#tellOthers = options.tellOthers;
  }

  arrived(workshop: WorkshopId, seat: SeatId): void {
    const room = this.#room(workshop);
    room.screens.set(seat, (room.screens.get(seat) ?? 0) + 1);
    room.lost.delete(seat);
    this.#schedule(workshop, room);
  }

  /** `goodbye`: the person closed the page or left; otherwise the connection broke. */
  left(workshop: WorkshopId, seat: SeatId, goodbye: boolean): void {
    const room = this.#room(workshop);
    const screens = (room.screens.get(seat) ?? 1) - 1;
    if (screens > 0) room.screens.set(seat, screens);
    else {
      room.screens.delete(seat);
      if (!goodbye) room.lost.set(seat, this.#clock.now());
    }
    this.#schedule(workshop, room);
  }

  presence(workshop: WorkshopId): Presence {
    const room = this.#room(workshop);
    const all = [...room.elsewhere.values()].map(({ presence }) => presence);
    const online = new Set([...room.screens.keys(), ...all.flatMap((presence) => presence.online)]);
    const lost = Object.assign(
      {},
      ...all.map((presence) => presence.lost),
      Object.fromEntries(room.lost),
    ) as Record<SeatId, number>;
    const away = Object.entries(lost).filter(([seat]) => !online.has(seat as SeatId));
    return { online: [...online], lost: Object.fromEntries(away) };
  }

  /** What another server says of its screens. */
  heard(workshop: WorkshopId, node: string, presence: Presence): void {
    const room = this.#rooms.get(workshop);
    if (room === undefined) return;
    const before = room.elsewhere.get(node);
    room.elsewhere.set(node, { presence, heardAt: this.#clock.now() });
    for (const seat of presence.online) room.lost.delete(seat);
    if (JSON.stringify(before?.presence) !== JSON.stringify(presence)) this.#schedule(workshop, room);
  }

  /** Tells the other servers who is here, and forgets those of servers that have fallen silent. */
  beat(): void {
    for (const [workshop, room] of this.#rooms) {
      this.#tellOthers(workshop, here(room));
      for (const [node, { heardAt }] of room.elsewhere) {
        if (this.#clock.now() - heardAt <= NODE_SILENT_MS) continue;
        room.elsewhere.delete(node);
        this.#schedule(workshop, room);
      }
    }
  }

  close(): void {
    for (const room of this.#rooms.values()) if (room.timer !== null) clearTimeout(room.timer);
    this.#rooms.clear();
  }

  #schedule(workshop: WorkshopId, room: Room): void {
    room.timer ??= setTimeout(() => {
      room.timer = null;
      this.#announce(workshop, this.presence(workshop));
      this.#tellOthers(workshop, here(room));
      if (room.screens.size === 0) this.#rooms.delete(workshop);
    }, COALESCE_MS);
  }

  #room(workshop: WorkshopId): Room {
    let room = this.#rooms.get(workshop);
    if (room === undefined) {
      room = { screens: new Map(), lost: new Map(), elsewhere: new Map(), timer: null };
      this.#rooms.set(workshop, room);
    }
    return room;
  }
}

const here = (room: Room): Presence => ({
  online: [...room.screens.keys()],
  lost: Object.fromEntries(room.lost),
});
