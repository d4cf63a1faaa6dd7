import { keepOrder } from '#shared/content/table-query-order.ts';
import type { Box } from '#shared/content/board-object.ts';
import { center, distance, inflate, overlaps } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { NO_IDS, setOf, type IdSet } from './id-set.ts';
import type { SpatialIndex } from './spatial-index.ts';

/** Cards are made before they come into view, and kept a while after: shares of the view's longer side. */
const MARGIN = { mount: 0.25, keep: 0.75 } as const;

/** What a device can bear. */
export interface MountPace {
  /** Elements at once; the rest stay a picture. What is pinned comes first. */
  readonly most: number;
  /** Making a card costs a third of a millisecond or so; more of them in one frame and the hand feels it. */
  readonly perFrame: number;
}

export interface MountStep {
  readonly view: Box;
  /** Stay whatever is in view: the one with the focus, the one being written in, what a hand holds. */
  readonly pinned: IdSet;
  readonly pace: MountPace;
  /** Whether words can be read at this zoom: if not, nothing but what is pinned is worth an element. */
  readonly isLegible: boolean;
  /** Nothing is made or unmade: a gesture is changing the zoom, and every frame belongs to it. */
  readonly isPaused: boolean;
  /** What is shown stays in its order, because a browser takes the focus from what it puts elsewhere, and somebody is writing. */
  readonly holdsOrder: boolean;
}

/** Decides which objects are worth having on screen as elements: a matter of the view, never of the size of the board. */
export class MountedObjects {
  readonly #index: SpatialIndex;
  readonly #byDepth: (a: ObjectId, b: ObjectId) => number;
  #mounted: IdSet = NO_IDS;
  #shown: readonly ObjectId[] = [];

  constructor(index: SpatialIndex, byDepth: (a: ObjectId, b: ObjectId) => number) {
    this.#index = index;
    this.#byDepth = byDepth;
  }

  /** What is mounted, the lowest first; the same array while nothing changes. */
  get shown(): readonly ObjectId[] {
    return this.#shown;
  }

  has(id: ObjectId): boolean {
    return this.#mounted.has(id);
  }

  /** One frame's step towards what should be mounted for this view. Returns whether more is to do in the next frame. */
  step(step: MountStep): boolean {
    const { pinned, pace, isPaused } = step;
    const held = [...pinned].filter((id) => this.#index.boxOf(id) !== null).slice(0, pace.most);
    const mounted = new Set([...this.#mounted].filter((id) => this.#index.boxOf(id) !== null));
    const chosen = isPaused ? mounted : this.#chosen(step, pace.most - held.length);
    const target = setOf([...held, ...chosen]);
    const surplus = [...mounted].filter((id) => !target.has(id));
    for (const id of surplus.slice(0, pace.perFrame)) mounted.delete(id);
    for (const id of held) mounted.add(id);
    const missing = [...target].filter((id) => !mounted.has(id));
    for (const id of missing.slice(0, pace.perFrame)) mounted.add(id);
    this.#show(mounted, step.holdsOrder);
    return Math.max(missing.length, surplus.length) > pace.perFrame;
  }

  /** Whether everything in this view is mounted. */
  covers(view: Box): boolean {
    return this.#index.within(view).every((id) => this.#mounted.has(id));
  }

  /** Puts the shown ones in order anew, after the order of the page has changed. */
  reorder(): void {
    const isInOrder = this.#shown.every((id, i, all) => i === 0 || this.#byDepth(all[i - 1] ?? id, id) <= 0);
    if (!isInOrder) this.#shown = [...this.#shown].sort(this.#byDepth);
  }

  /** What deserves an element here, the nearest to the eye first, as many as there is room for. */
  #chosen({ view, isLegible }: MountStep, room: number): readonly ObjectId[] {
    if (!isLegible) return [];
    const longer = Math.max(view[2], view[3]);
    const near = inflate(view, longer * MARGIN.mount);
    const worth = this.#index
      .within(inflate(view, longer * MARGIN.keep))
      .map((id) => ({ id, box: this.#index.boxOf(id) ?? view }))
      .filter(({ id, box }) => this.#mounted.has(id) || overlaps(box, near));
    const eye = center(view);
    return worth
      .map(({ id, box }) => ({ id, far: distance(center(box), eye) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, Math.max(0, room))
      .map(({ id }) => id);
  }

  #show(mounted: IdSet, holdsOrder: boolean): void {
    const same = mounted.size === this.#mounted.size && [...mounted].every((id) => this.#mounted.has(id));
    if (same) return;
    this.#mounted = mounted;
    const sorted = [...mounted].sort(this.#byDepth);
    this.#shown = holdsOrder ? keepOrder(this.#shown, sorted) : sorted;
  }
}
