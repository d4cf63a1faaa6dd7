import type { Box } from '#shared/content/board-object.ts';
import { center, distance, inflate } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { SpatialIndex } from './spatial-index.ts';

/** Cards are made before they come into view, and kept a while after: shares of the view's longer side. */
const MARGIN = { mount: 0.25, keep: 0.75 } as const;

/** Making a card costs a third of a millisecond or so; more of them in one frame and the hand feels it. */
const MOUNTS_PER_FRAME = 32;

/** Decides which objects are worth having on screen as elements: a matter of the view, never of the size of the board. */
export class MountedObjects {
  readonly #index: SpatialIndex;
  #mounted: ReadonlySet<ObjectId> = new Set();
  #shown: readonly ObjectId[] = [];

  constructor(index: SpatialIndex) {
    this.#index = index;
  }

  /** What is mounted, in page order; the same array while nothing changes. */
  get shown(): readonly ObjectId[] {
    return this.#shown;
  }

  /**
   * One frame's step towards what should be mounted for this view. `pinned` stay whatever is in view (the one with the focus, the one
   * being written in). Returns whether more is to do in the next frame.
   */
  step(view: Box, pinned: ReadonlySet<ObjectId>, rankOf: (id: ObjectId) => number): boolean {
    const longer = Math.max(view[2], view[3]);
    const wanted = this.#index.within(inflate(view, longer * MARGIN.mount));
    const kept = new Set(this.#index.within(inflate(view, longer * MARGIN.keep)));
    const mounted = new Set([...this.#mounted].filter((id) => kept.has(id) || pinned.has(id)));
    for (const id of pinned) if (this.#index.boxOf(id) !== null) mounted.add(id);
    const missing = wanted.filter((id) => !mounted.has(id));
    for (const id of this.#nearest(missing, view)) mounted.add(id);
    this.#show(mounted, rankOf);
    return missing.length > MOUNTS_PER_FRAME;
  }

  /** Puts the shown ones in order anew, after the order of the page has changed. */
  reorder(rankOf: (id: ObjectId) => number): void {
    this.#shown = [...this.#mounted].sort((a, b) => rankOf(a) - rankOf(b));
  }

  #nearest(missing: readonly ObjectId[], view: Box): readonly ObjectId[] {
    if (missing.length <= MOUNTS_PER_FRAME) return missing;
    const eye = center(view);
    const far = (id: ObjectId): number => distance(center(this.#index.boxOf(id) ?? view), eye);
    return [...missing].sort((a, b) => far(a) - far(b)).slice(0, MOUNTS_PER_FRAME);
  }

  #show(mounted: ReadonlySet<ObjectId>, rankOf: (id: ObjectId) => number): void {
    const same = mounted.size === this.#mounted.size && [...mounted].every((id) => this.#mounted.has(id));
    if (same) return;
    this.#mounted = mounted;
    this.reorder(rankOf);
  }
}
