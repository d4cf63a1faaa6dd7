import type { SessionListener, SessionTransport } from '#client/connection/session-transport.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { SessionView } from '#shared/protocol/session-socket.ts';
import type { Happening, SessionEvent } from '#shared/session/event.ts';
import { emptyWorkshop } from '#shared/session/evolve.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';

export const ALICE = 'alice' as SeatId;

export const alice: Seat = {
  id: ALICE,
  name: 'Alice',
  organisation: 'Mullsjö',
  role: 'planning-head',
  leader: false,
  standing: 'admitted',
  groupId: null,
  joinedAt: 0,
};

export const workshopAt = (seq: number, patch: Partial<WorkshopState> = {}): WorkshopState => ({
  ...emptyWorkshop('w' as WorkshopId),
  seats: { [ALICE]: alice },
  seq,
  ...patch,
});

export const viewOf = (state: WorkshopState): SessionView => ({
  state,
  seatId: ALICE,
  presence: { online: [ALICE], lost: {} },
  turnouts: [],
});

export const event = (seq: number, happening: Happening): SessionEvent => ({
  ...happening,
  seq,
  at: 1_000 * seq,
  by: null,
});

/** A transport whose other end is the test. */
export class FakeTransport implements SessionTransport {
  listener: SessionListener | null = null;
  refreshes = 0;
  reconnects = 0;
  closed = false;
  /** `null`: nobody answers. */
  time: number | null = 1_760_000_000_000;

  open(listener: SessionListener): void {
    this.listener = listener;
  }

  /** The server's side. */
  get server(): SessionListener {
    if (this.listener === null) throw new Error('not opened');
    return this.listener;
  }

  command = () => Promise.resolve({ ok: true, value: null } as const);

  ballot: SessionTransport['ballot'] = ({ submissionId }) =>
    Promise.resolve({ ok: true, value: { submissionId, replaced: false } });

  myBallot: SessionTransport['myBallot'] = () =>
    Promise.resolve({ ok: true, value: { received: false, submissionId: null, ballot: null } });

  serverTime = () =>
    this.time === null ? Promise.reject(new Error('no answer')) : Promise.resolve(this.time);

  refresh(): void {
    this.refreshes += 1;
  }

  reconnect(): void {
    this.reconnects += 1;
  }

  leave(): void {
    this.listener?.offline();
  }

  close(): void {
    this.closed = true;
  }
}
