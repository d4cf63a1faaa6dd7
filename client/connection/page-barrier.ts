/** Acknowledgements are asked for at most this often: typing makes an update per keystroke. */
const BARRIER_INTERVAL_MS = 250;

/**
 * Asks the server to say when it has committed what we sent. Stock y-websocket has no acknowledgement; a barrier travels directly
 * behind the updates and comes back once everything before it is in the log. None is sent before our SyncStep2 on a connection,
 * because the server ignores updates until then, and never more than one is under way.
 */
export class Barrier {
  #edits = 0;
  #acknowledged = 0;
  #ready = false;
  #underWay = false;
  #restUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #send: (n: number) => void;

  constructor(send: (n: number) => void) {
    this.#send = send;
  }

  /** Local updates so far. */
  get edits(): number {
    return this.#edits;
  }

  /** The newest local update that is known to be in the log. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Counts a local update, which has just been handed to the socket, and returns its number. */
  edited(): number {
    this.#edits += 1;
    this.#offer();
    return this.#edits;
  }

  /** Our SyncStep2 is on its way: everything we have is offered, so the first barrier asks about all of it. */
  opened(): void {
    this.#ready = true;
    this.#post();
  }

  echoed(n: number): void {
    this.#underWay = false;
    this.#acknowledged = Math.max(this.#acknowledged, Math.min(n, this.#edits));
    this.#offer();
  }

  /** The connection is gone and the barrier under way with it. */
  lost(): void {
    this.#ready = false;
    this.#underWay = false;
    this.#stopWaiting();
  }

  /** Asks again although nothing is new: any answer shows that the connection lives. */
  ask(): void {
    if (this.#ready && !this.#underWay) this.#post();
  }

  #offer(): void {
    if (!this.#ready || this.#underWay || this.#acknowledged === this.#edits) return;
    const rest = this.#restUntil - Date.now();
    if (rest <= 0) this.#post();
    else this.#timer ??= setTimeout(() => this.#resume(), rest);
  }

  #resume(): void {
    this.#timer = undefined;
    this.#restUntil = 0;
    this.#offer();
  }

  #post(): void {
    this.#stopWaiting();
    this.#underWay = true;
    this.#restUntil = Date.now() + BARRIER_INTERVAL_MS;
    this.#send(this.#edits);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
