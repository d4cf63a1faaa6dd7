import { Signal } from '#client/model/object-signal.ts';
import type { Page } from '#client/model/types.ts';
import type { Box } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import { keepOrder } from '#shared/content/table-query-order.ts';
import { freePlace } from '#shared/geometry/free-space.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { MountedObjects } from './core/mounted-objects.ts';
import { readingOrder } from './core/reading-order.ts';
import { SpatialIndex } from './core/spatial-index.ts';

/** What lies where on the page, and which of it is on screen. */
export class BoardContents {
  readonly #page: Page;
  readonly #index = new SpatialIndex();
  readonly #mounted = new MountedObjects(this.#index);
  /** Heights that cards have grown to around their words, board units. */
  readonly #heights = new Map<ObjectId, number>();
  #ranks = new Map<ObjectId, number>();
  #rankedIds: readonly ObjectId[] = [];
  /** The ids of the page that the ranks were last made for, and whether those shown before kept their ranks. */
  #askedIds: readonly ObjectId[] = [];
  #isHeld = false;
  /** What the readers of `shown` were last told of. */
  #drawn: readonly ObjectId[] = [];
  readonly #shownChanged = new Signal();
  readonly #stopWatching: () => void;

  /** `onChange` hears of objects that changed, came or went, after the index has. */
  constructor(page: Page, onChange: (ids: readonly ObjectId[]) => void) {
    this.#page = page;
    this.#index.load(page.ids.flatMap((id) => this.#placed(id)));
    this.#stopWatching = page.watch((ids) => {
      for (const id of ids) this.#update(id);
      onChange(ids);
    });
  }

  /** Ids of what is mounted, in page order. */
  get shown(): readonly ObjectId[] {
    this.#shownChanged.track();
    return this.#mounted.shown;
  }

  /** Where the object is seen, grown to its words; `null` once it is gone. */
  boxOf(id: ObjectId): Box | null {
    return this.#index.boxOf(id);
  }

  get extent(): Box | null {
    return this.#index.extent();
  }

  within(box: Box): readonly ObjectId[] {
    return this.#index.within(box);
  }

  /** The topmost object at a point of the board. */
  hit(point: Point): ObjectId | null {
    return this.#index
      .at(point)
      .reduce<ObjectId | null>((top, id) => (this.#isAbove(id, top) ? id : top), null);
  }

  /** Where something of this size lies on nothing, as near to the wish as can be. */
  freePlace(wish: Point, size: { readonly width: number; readonly height: number }): Box {
    return freePlace(wish, size, (box) => this.#index.isTaken(box));
  }

  /** Everything in the order it is read in. Costs a look at every object: for a key press, not for a frame. */
  readingOrder(): readonly ObjectId[] {
    return readingOrder(this.#page.ids.flatMap((id) => this.#placed(id).map(([, box]) => ({ id, box }))));
  }

  /** A card has grown or shrunk around its words. */
  measured(id: ObjectId, height: number): void {
    const known = this.#index.boxOf(id);
    // Most cards are as high as their boxes say, and the tree need not hear of them.
    if (known === null || Math.abs(known[3] - height) < 1) return;
    this.#heights.set(id, height);
    this.#update(id);
  }

  /**
   * One frame's work for this view; returns whether more is to do. `holds`: what is shown stays in its order, because a browser takes the
   * focus from what it puts elsewhere, and somebody is writing.
   */
  step(view: Box, pinned: ReadonlySet<ObjectId>, holds = false): boolean {
    this.#isHeld = holds;
    this.#rank();
    const more = this.#mounted.step(view, pinned, (id) => this.#rankOf(id));
    // Not compared with what it was at the start of this step: a hit in between may have put the cards in order anew.
    if (this.#drawn !== this.#mounted.shown) this.#shownChanged.wake();
    this.#drawn = this.#mounted.shown;
    return more;
  }

  destroy(): void {
    this.#stopWatching();
  }

  #isAbove(id: ObjectId, other: ObjectId | null): boolean {
    this.#rank();
    return other === null || this.#rankOf(id) > this.#rankOf(other);
  }

  #rankOf(id: ObjectId): number {
    return this.#ranks.get(id) ?? 0;
  }

  #rank(): void {
    const { ids } = this.#page;
    if (ids === this.#askedIds && (this.#isHeld || ids === this.#rankedIds)) return;
    this.#askedIds = ids;
    this.#rankedIds = this.#isHeld ? keepOrder(this.#rankedIds, ids) : ids;
    this.#ranks = new Map(this.#rankedIds.map((id, rank) => [id, rank]));
    this.#mounted.reorder((id) => this.#rankOf(id));
  }

  #update(id: ObjectId): void {
    const [placed] = this.#placed(id);
    if (placed === undefined) this.#index.delete(id);
    else this.#index.set(...placed);
  }

  #placed(id: ObjectId): readonly (readonly [ObjectId, Box])[] {
    const box = this.#page.object(id)?.box;
    if (box === undefined) return [];
    const [x, y, width, height] = box;
    return [[id, [x, y, width, Math.max(height, this.#heights.get(id) ?? 0)]]];
  }
}
