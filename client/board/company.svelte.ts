import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import type { BoardAttention, HeardCall, Other } from './attention.ts';
import type { BoardModel } from './board-model.svelte.ts';
import type { Comfort } from './comfort.svelte.ts';
import type { Camera } from './core/camera.ts';

/** One person's eye in company: following another's view, and coming when a leader calls. */
export class Company {
  readonly #board: BoardModel;
  readonly #comfort: Comfort;
  #followed = $state.raw<SeatId | null>(null);
  #call = $state.raw<HeardCall | null>(null);
  /** Where the eye was before the call; `null` while the person has not come. */
  #before = $state.raw<Camera | null>(null);
  #heard: number;

  readonly attention: BoardAttention;

  constructor(board: BoardModel, attention: BoardAttention, comfort: Comfort) {
    this.attention = attention;
    this.#board = board;
    this.#comfort = comfort;
    // A call from before one came is no news.
    this.#heard = attention.call?.at ?? 0;
  }

  /** Whoever is followed, while they are here. */
  get followed(): Other | null {
    return this.attention.others.find(({ seatId }) => seatId === this.#followed) ?? null;
  }

  /** The call that waits for an answer, or that one has come for and may leave again. */
  get call(): HeardCall | null {
    return this.#call;
  }

  get hasCome(): boolean {
    return this.#before !== null;
  }

  follow(other: Other): void {
    this.#followed = other.seatId;
    announce(messages('board').together.following(other.name));
  }

  /** One's own hand on the board ends it. */
  unfollow(): void {
    if (this.#followed === null) return;
    this.#followed = null;
    announce(messages('board').together.followingEnded);
  }

  /** Looks where the followed one looks. Call when their view may have changed. */
  keepUp(): void {
    const view = this.followed?.view ?? null;
    if (view !== null) this.#board.eye.shareView(view);
  }

  /** Whoever writes, or wants calm, is asked; everybody else is taken along and may go back. */
  hear(call: HeardCall | null): void {
    if (call === null || call.at <= this.#heard) return;
    this.#heard = call.at;
    this.#call = call;
    this.#before = null;
    const asked = this.#board.editing !== null || this.#comfort.calm;
    announce(messages('board').together.called(call.name, asked));
    if (!asked) this.come();
  }

  come(): void {
    const call = this.#call;
    if (call === null) return;
    this.#followed = null;
    this.#before = this.#board.camera;
    const box = call.object === null ? null : this.#board.contents.boxOf(call.object);
    if (box === null) this.#board.eye.shareView(call.view);
    else this.#board.eye.fit(box);
  }

  /** Back to where one was, or no thanks. */
  leave(): void {
    if (this.#before !== null) this.#board.camera = this.#before;
    this.stay();
  }

  stay(): void {
    this.#call = null;
    this.#before = null;
  }
}
