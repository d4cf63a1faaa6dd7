import type { BoardContents } from './board-contents.ts';
import type { BoardEye } from './board-eye.svelte.ts';
import type { IdSet } from './core/id-set.ts';
import { LevelOfDetail } from './core/level-of-detail.ts';
import type { MountPace } from './core/mounted-objects.ts';

/** A narrower view than this is a phone's, which can bear less; CSS pixels. */
export const PHONE_BELOW = 720;

const PACE = { phone: { most: 100, perFrame: 4 }, laptop: { most: 250, perFrame: 16 } } as const;

/** Which objects have an element just now, by what the eye can read and the device can bear. */
export class BoardMounting {
  readonly #contents: BoardContents;
  readonly #eye: BoardEye;
  readonly #isPinching: () => boolean;
  readonly #detail = new LevelOfDetail();

  constructor(contents: BoardContents, eye: BoardEye, isPinching: () => boolean) {
    this.#contents = contents;
    this.#eye = eye;
    this.#isPinching = isPinching;
  }

  /** Words can be read at this zoom; what it was at the last rest while a gesture changes it. */
  get isLegible(): boolean {
    return this.#detail.isLegible;
  }

  /** No more elements can be borne: what lacks one will go on lacking it. */
  get isFull(): boolean {
    return this.#contents.shown.length >= this.#pace.most;
  }

  /** One frame's work; returns whether more is to do. `pinned` keep their elements; `holdsOrder` as in `MountStep`. */
  step(pinned: IdSet, holdsOrder: boolean): boolean {
    const isPaused = this.#eye.isZooming || this.#isPinching();
    if (!isPaused) this.#detail.settle(this.#eye.camera.zoom);
    const { view } = this.#eye;
    return this.#contents.step({
      view,
      pinned,
      pace: this.#pace,
      isLegible: this.isLegible,
      isPaused,
      holdsOrder,
    });
  }

  get #pace(): MountPace {
    return this.#eye.size.width < PHONE_BELOW ? PACE.phone : PACE.laptop;
  }
}
