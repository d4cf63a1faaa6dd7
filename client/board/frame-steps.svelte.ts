import type { Page } from '#client/model/types.ts';
import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { titleOf, type BoardObject } from '#shared/content/board-object.ts';
import { center, distance } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardEye } from './board-eye.svelte.ts';
import { framesInOrder } from './core/frames-in-order.ts';

/** Goes from frame to frame in reading order, each filling the view. */
export class FrameSteps {
  readonly #page: Page;
  readonly #eye: BoardEye;
  #current = $state.raw<ObjectId | null>(null);

  constructor(page: Page, eye: BoardEye) {
    this.#page = page;
    this.#eye = eye;
  }

  /** The frame that was gone to last, while it is there. */
  get current(): BoardObject | null {
    return this.#current === null ? null : this.#page.object(this.#current);
  }

  /** Looks at everything: for a key or a button. */
  step(step: 1 | -1): void {
    const frames = this.#inOrder();
    const at = frames.findIndex(({ id }) => id === this.#current);
    this.#show(frames, at === -1 ? (step === 1 ? 0 : frames.length - 1) : at + step);
  }

  /** The frame that the eye is nearest to. */
  nearest(): void {
    const frames = this.#inOrder();
    const far = frames.map(({ box }) => distance(center(box), this.#eye.center));
    this.#show(frames, far.indexOf(Math.min(...far)));
  }

  #show(frames: readonly BoardObject[], index: number): void {
    const t = messages('board').together;
    const frame = frames[index];
    if (frame === undefined) return announce(frames.length === 0 ? t.noFrames : t.lastFrame);
    this.#current = frame.id;
    this.#eye.fit(frame.box);
    announce(
      t.frame(titleOf(frame).trim() || messages('inventory').kinds.frame.untitled, index + 1, frames.length),
    );
  }

  #inOrder(): readonly BoardObject[] {
    const objects = this.#page.ids.flatMap((id) => this.#page.object(id) ?? []);
    return framesInOrder(objects);
  }
}
