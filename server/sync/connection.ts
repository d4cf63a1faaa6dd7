import type { SeatId } from '#shared/kernel/ids.ts';
import { CLOSE, type CloseCode, type RejectionCode } from '#shared/protocol/sync.ts';
import type { Access } from '#shared/session/permission.ts';
import { NO_STATES } from './awareness-wire.ts';
import type { Receiver, Tick } from './fan-out.ts';
import { frame } from './frame.ts';
import type { RoomPort } from './room-port.ts';
import { Outflow } from './outflow.ts';
import type { SyncContext } from './sync-context.ts';
import { WORK } from './sync-limits.ts';
import type { SyncSocket } from './sync-socket.ts';
import {
  decodeMessage,
  encodeAwareness,
  encodeBarrier,
  encodePermission,
  encodeRejected,
  encodeSyncStep1,
  type ClientMessage,
} from './wire.ts';
import { WorkBudget } from './work-budget.ts';
import { WritePermission } from './write-permission.ts';
import type { Timer } from './timers.ts';

const KEEP_ALIVE = frame(encodeAwareness(NO_STATES));

/** One socket's conversation with a room. */
export class Connection implements Receiver {
  readonly seat: SeatId;
  readonly #room: RoomPort;
  readonly #socket: SyncSocket;
  readonly #context: SyncContext;
  readonly #permission: WritePermission;
  readonly #budget: WorkBudget;
  readonly #outflow: Outflow;
  /** The row whose state the client has, until it has been told what came after it. */
  #since: number | null;
  #isOpen = true;
  /** Whether the client's SyncStep2 has been taken: before that, its updates come again inside it and mean nothing yet. */
  #hasOffered = false;
  #gaps = 0;
  #throttle: { readonly since: number; timer: Timer } | null = null;
  /** The last spell of throttling: when it began, and when it ended. */
  #throttled = { since: -Infinity, until: -Infinity };

  constructor(
    room: RoomPort,
    socket: SyncSocket,
    seat: SeatId,
    access: Access,
    context: SyncContext,
    since: number | null,
  ) {
    this.seat = seat;
    this.#since = since;
    this.#room = room;
    this.#socket = socket;
    this.#context = context;
    this.#permission = new WritePermission(access, context.timers, context.limits.lockGraceMs);
    this.#budget = new WorkBudget(context.limits, context.timers.now());
    this.#outflow = new Outflow(socket, room, context, () => this.cut());
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get backlog(): number {
    return this.#socket.backlog;
  }

  /** Whether silence is our own doing. */
  get isThrottled(): boolean {
    return this.#throttle !== null;
  }

  /** Says hello and asks for what the client has that the room has not. */
  open(messages: readonly Uint8Array[]): void {
    const permission = encodePermission(this.#permission.access.write, this.#permission.access.reason ?? '');
    this.#socket.write(Buffer.concat([...messages, permission].map(frame)));
    this.#askForRest();
    this.#showPresence();
  }

  receive(message: Uint8Array): void {
    if (!this.#isOpen) return;
    const decoded = decodeMessage(message);
    if (decoded === null) return this.refuse(CLOSE.malformed, 'frame');
    this.#spend(workOf(decoded), message.byteLength);
    if (this.isOpen) this.#act(decoded);
  }

  /** One message, ahead of everything that is not yet on its way. */
  send(message: Uint8Array): void {
    if (this.#isOpen) this.#socket.send(message);
  }

  deliver(tick: Tick): void {
    if (this.#isOpen) this.#outflow.deliver(tick, this);
  }

  /** The network has taken everything. */
  drained(): void {
    if (this.#isOpen) this.#outflow.catchUp();
  }

  /** Something to hear for a client that gives up after half a minute of silence. */
  keepAlive(): void {
    if (this.#isOpen) this.#socket.write(KEEP_ALIVE);
  }

  changeAccess(access: Access): void {
    if (!this.#isOpen) return;
    if (!access.read) return this.refuse(CLOSE.forbidden, 'access');
    if (this.#permission.change(access)) this.send(encodePermission(access.write, access.reason ?? ''));
  }

  /** Closes for a reason of the client's. */
  refuse(code: CloseCode, why: string): void {
    if (!this.#isOpen) return;
    this.#context.logger.warn('sync-refused', { page: this.#room.document, seat: this.seat, code, why });
    this.#context.metrics.countRefusal(code);
    this.close(code);
  }

  close(code: CloseCode): void {
    if (!this.#isOpen) return;
    this.ended();
    this.#socket.close(code);
  }

  /** The network has taken nothing for a while. */
  stalled(): void {
    if (this.#socket.backlog > 0) this.cut();
  }

  cut(): void {
    if (!this.#isOpen) return;
    this.#context.metrics.count('terminated');
    this.ended();
    this.#socket.terminate();
  }

  /** The line is gone, whoever let go of it. */
  ended(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#permission.endGrace();
    this.#throttle?.timer.cancel();
    this.#room.leave(this);
  }

  #act(message: ClientMessage): void {
    switch (message.type) {
      case 'sync-step-1':
        return this.#answer(message.stateVector);
      case 'sync-step-2':
        return this.#offer(message.update, this.#context.limits.frameMaxBytes, true);
      case 'update':
        if (this.#hasOffered) this.#offer(message.update, this.#context.limits.updateMaxBytes, false);
        return;
      case 'awareness':
        return this.#announce(message.states);
      case 'query-awareness':
        return this.#showPresence();
      case 'barrier':
        return this.#acknowledge(message.n);
      case 'stopped':
        return this.#permission.endGrace();
    }
  }

  #answer(stateVector: Uint8Array): void {
    if (stateVector.byteLength > this.#context.limits.stateVectorMaxBytes)
      return this.refuse(CLOSE.tooLarge, 'state vector');
    const since = this.#since;
    this.#since = null;
    this.#room.answerTo(stateVector, since, (frames) => {
      if (frames === null) this.refuse(CLOSE.malformed, 'state vector');
      else if (this.#isOpen) this.#outflow.answer(frames);
    });
  }

  #offer(update: Uint8Array, maxBytes: number, isWhole: boolean): void {
    if (update.byteLength > maxBytes) return this.refuse(CLOSE.tooLarge, 'update');
    const { mayWrite, access } = this.#permission;
    const taken = this.#room.offer(update, this.seat, mayWrite, access.leads);
    switch (taken.kind) {
      case 'taken':
        if (isWhole) this.#hasOffered = true;
        this.#spend(taken.steps / WORK.stepsPerUnit, 0);
        if (taken.refusal !== null) this.#reject(taken.refusal);
        return;
      case 'gap':
        return this.#askAgain();
      case 'offence':
        return this.refuse(taken.code, taken.why);
      case 'broken':
        // First the one that would only break it again; the others come back.
        this.refuse(CLOSE.malformed, 'breaks the page');
        return this.#room.giveUp('sync-apply-failed', taken.error);
    }
  }

  #reject(code: RejectionCode): void {
    this.#context.metrics.countRevert(code);
    this.#context.logger.info('sync-reverted', { page: this.#room.document, seat: this.seat, code });
    this.#spend(WORK.revert, 0);
    this.send(encodeRejected(code));
  }

  #askAgain(): void {
    this.#gaps += 1;
    this.#context.metrics.count('gaps');
    this.#hasOffered = false;
    if (this.#gaps > this.#context.limits.gapsMax) this.refuse(CLOSE.malformed, 'gaps');
    else this.#askForRest();
  }

  #askForRest(): void {
    this.send(encodeSyncStep1(this.#room.stateVector()));
  }

  #announce(states: Uint8Array): void {
    if (!this.#room.announce(this, states)) this.refuse(CLOSE.malformed, 'awareness');
  }

  #showPresence(): void {
    const states = this.#room.presenceFor(this);
    if (states !== null) this.send(states);
  }

  /** Everything of this connection that came before the barrier has been applied; what is left is to wait for the log. */
  #acknowledge(n: number): void {
    if (!this.#hasOffered) return;
    this.#room.whenDurable(() => this.send(encodeBarrier(n)));
  }

  #spend(work: number, bytes: number): void {
    const { timers, limits } = this.#context;
    const now = timers.now();
    this.#budget.spend(work, bytes, now);
    const debt = this.#budget.debtMs(now);
    if (debt > 0 && this.#throttle === null) this.#startThrottle(debt);
    if (this.#throttle !== null && now - this.#throttle.since > limits.throttledMaxMs)
      this.refuse(CLOSE.tooMany, 'flood');
  }

  #startThrottle(ms: number): void {
    const { timers, limits, metrics } = this.#context;
    metrics.count('throttled');
    this.#socket.pause();
    const now = timers.now();
    // Nothing is heard while nothing is read, so a flood shows in that it goes on as soon as it can.
    const goesOn = now - this.#throttled.until < limits.throttlePauseMs;
    const since = goesOn ? this.#throttled.since : now;
    this.#throttle = { since, timer: timers.after(ms, () => this.#endThrottle()) };
  }

  #endThrottle(): void {
    const { timers } = this.#context;
    const debt = this.#budget.debtMs(timers.now());
    if (debt > 0 && this.#throttle !== null) {
      this.#throttle.timer = timers.after(debt, () => this.#endThrottle());
      return;
    }
    if (this.#throttle !== null) this.#throttled = { since: this.#throttle.since, until: timers.now() };
    this.#throttle = null;
    this.#socket.resume();
  }
}

function workOf(message: ClientMessage): number {
  if (message.type === 'sync-step-1') return WORK.syncStep1;
  return message.type === 'sync-step-2' ? WORK.syncStep2 : WORK.message;
}
