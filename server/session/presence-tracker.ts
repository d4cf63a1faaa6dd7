import type { Clock } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Presence } from '#shared/protocol/session-socket.ts';

/** Changes of a moment travel together: a room that joins at once is one message, not a hundred. */
const COALESCE_MS = 200;

interface Room {
  /** Open screens by seat: two tabs are one person. */
  readonly screens: Map<SeatId, number>;
  readonly lost: Map<SeatId, number>;
  timer: NodeJS.Timeout | null;
}

/** Who has a screen open now, and who lost theirs without saying goodbye. Never stored. */
export class PresenceTracker {
  readonly #rooms = new Map<WorkshopId, Room>();
  readonly #clock: Clock;
  readonly #announce: (workshop: WorkshopId, presence: Presence) => void;

  constructor(options: {
    readonly clock: Clock;
    readonly announce: (workshop: WorkshopId, presence: Presence) => void;
  }) {
    this.#clock = options.clock;
    this.#announce = options.announce;
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
    return { online: [...room.screens.keys()], lost: Object.fromEntries(room.lost) };
  }

  close(): void {
    for (const room of this.#rooms.values()) if (room.timer !== null) clearTimeout(room.timer);
    this.#rooms.clear();
  }

  #schedule(workshop: WorkshopId, room: Room): void {
    room.timer ??= setTimeout(() => {
      room.timer = null;
      this.#announce(workshop, this.presence(workshop));
      if (room.screens.size === 0) this.#rooms.delete(workshop);
    }, COALESCE_MS);
  }

  #room(workshop: WorkshopId): Room {
    let room = this.#rooms.get(workshop);
    if (room === undefined) {
      room = { screens: new Map(), lost: new Map(), timer: null };
      this.#rooms.set(workshop, room);
    }
    return room;
  }
}
