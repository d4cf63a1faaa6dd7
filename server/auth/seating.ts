import type { Clock } from '#shared/kernel/clock.ts';
import {
  randomId,
  type GroupId,
  type RandomBytes,
  type SeatId,
  type WorkshopId,
} from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import { SEATS_MAX } from '#shared/protocol/limits.ts';
import { rollExtensions } from '#shared/session/decide.ts';
import type { Happening } from '#shared/session/event.ts';
import type { Role } from '#shared/session/role.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type { Decision, SessionService } from '#server/session/session-service.ts';
import type { WorkshopStore } from '#server/storage/workshop-store.ts';
import { hashSecret, newSecret } from './secret.ts';

/** A personal link is made to be used at once, by the person who asked for it or at the leader's table. */
const TRANSFER_LIFETIME_MS = 15 * 60 * 1000;

export interface Person {
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  readonly leader: boolean;
  readonly groupId?: GroupId;
}

/** A new seat and the secret its browser keeps. */
export interface Seating {
  readonly seatId: SeatId;
  readonly secret: string;
}

/** Gives people seats, and moves seats between devices. A seat is one person in one workshop; its secret lives in a cookie. */
export class SeatingService {
  readonly #sessions: SessionService;
  readonly #store: WorkshopStore;
  readonly #clock: Clock;
  readonly #random: RandomBytes;

  constructor(options: {
    readonly sessions: SessionService;
    readonly store: WorkshopStore;
    readonly clock: Clock;
    readonly random: RandomBytes;
  }) {
    this.#sessions = options.sessions;
    this.#store = options.store;
    this.#clock = options.clock;
    this.#random = options.random;
  }

  async seatOf(workshop: WorkshopId, secret: string | null): Promise<SeatId | null> {
    return secret === null ? null : this.#store.seatBySecret(workshop, hashSecret(secret));
  }

  async join(workshop: WorkshopId, person: Person): Promise<Result<Seating, ErrorKind>> {
    const seatId = randomId(this.#random) as SeatId;
    const secret = newSecret();
    const joined = await this.#sessions.act(workshop, seatId, (state) => {
      if (state.status === 'ended' && !person.leader) return err('workshop-ended');
      if (Object.keys(state.seats).length >= SEATS_MAX) return err('too-large');
      return ok(seatJoins(state, seatId, person, hashSecret(secret)));
    });
    return joined.ok ? ok({ seatId, secret }) : joined;
  }

  /** A link that moves the seat to the device which opens it. */
  async offerTransfer(workshop: WorkshopId, seatId: SeatId): Promise<{ token: string; expiresAt: number }> {
    const token = newSecret();
    const expiresAt = this.#clock.now() + TRANSFER_LIFETIME_MS;
    await this.#store.createTransfer({ tokenHash: hashSecret(token), workshop, seatId, expiresAt });
    return { token, expiresAt };
  }

  /** Uses a link up. The seat gets a new secret, so the device it was on is signed out. */
  async acceptTransfer(token: string): Promise<Result<Seating & { workshop: WorkshopId }, ErrorKind>> {
    const secret = newSecret();
    const transfer = await this.#store.redeemTransfer(
      hashSecret(token),
      hashSecret(secret),
      this.#clock.now(),
    );
    if (transfer === null) return err('expired-link');
    const { workshop, seatId } = transfer;
    const acted = await this.#sessions.act(workshop, seatId, () =>
      ok({ happenings: [{ type: 'seat-transferred', seatId }] }),
    );
    return acted.ok ? ok({ workshop, seatId, secret }) : acted;
  }
}

function seatJoins(state: WorkshopState, id: SeatId, person: Person, secretHash: string): Decision {
  const waits = state.admission === 'approve' && !person.leader;
  const seat: Omit<Seat, 'joinedAt'> = {
    id,
    name: person.name,
    organisation: person.organisation,
    role: person.role,
    leader: person.leader,
    standing: waits ? 'waiting' : 'admitted',
    groupId: person.groupId ?? (person.leader ? null : smallestGroup(state)),
  };
  const joined: Happening = { type: 'seat-joined', seat };
  return {
    happenings: [joined, ...rollExtensions(state, { ...seat, joinedAt: 0 })],
    effects: { newSeatSecret: { seatId: id, secretHash } },
  };
}

/** Whoever arrives late lands in a group too, the smallest, and can change it. */
function smallestGroup(state: WorkshopState): GroupId | null {
  const size = (id: GroupId): number =>
    Object.values(state.seats).filter((seat) => seat.groupId === id && seat.standing !== 'removed').length;
  const [smallest] = state.groups.map((group) => group.id).sort((a, b) => size(a) - size(b));
  return smallest ?? null;
}
