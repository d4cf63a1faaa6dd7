import { SvelteMap } from 'svelte/reactivity';
import { Signal } from '#client/model/object-signal.ts';
import type { Page } from '#client/model/types.ts';
import { frameOf, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { inflate, type Point } from '#shared/geometry/box.ts';
import { freePlace } from '#shared/geometry/free-space.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { FrameMembers } from './core/frame-members.ts';
import { formOf } from './connectors/anchor.ts';
import { ConnectorIndex } from './connectors/connector-index.ts';
import { connectorRoute, type BoundOf } from './connectors/connector-ends.ts';
import { hits, isTakenBy } from './core/hits.ts';
import { Landmarks } from './core/landmarks.ts';
import type { Area } from './core/innermost.ts';
import { MountedObjects, type MountStep } from './core/mounted-objects.ts';
import { readingOrder } from './core/reading-order.ts';
import { SpatialIndex } from './core/spatial-index.ts';
import { byDepth, stratumOf } from './core/strata.ts';

/** Hears of an object's box before and after a change, `null` where it was not there; also when only its looks have changed. */
export type PlacedListener = (before: Box | null, after: Box | null) => void;

export interface PlacedObject {
  readonly object: BoardObject;
  readonly box: Box;
}

/** What lies where on the page, and which of it is on screen. */
export class BoardContents {
  readonly landmarks = new Landmarks();
  readonly #page: Page;
  readonly #index = new SpatialIndex();
  readonly #mounted = new MountedObjects(this.#index, (a, b) => this.#compare(a, b));
  readonly #members = new FrameMembers();
  /** Heights that cards have grown to around their words, board units. */
  readonly #heights = new SvelteMap<ObjectId, number>();
  readonly #connectors = new ConnectorIndex();
  /** The order of the page has changed since the shown ones were put in it. */
  #isUnordered = false;
  #isHeld = false;
  /** What the readers of `shown` were last told of. */
  #drawn: readonly ObjectId[] = [];
  readonly #shownChanged = new Signal();
  readonly #placings = new Set<PlacedListener>();
  readonly #stopWatching: () => void;

  /** `onChange` hears of objects that changed, came or went, after the index has. */
  constructor(page: Page, onChange: (ids: readonly ObjectId[]) => void) {
    this.#page = page;
    for (const id of page.ids) this.#connectors.set(id, page.peek(id));
    this.#index.load(page.ids.flatMap((id) => this.#placed(id)));
    for (const id of page.ids) this.landmarks.update(id, page.peek(id));
    for (const id of page.ids) this.#noteFrame(id);
    this.#stopWatching = page.watch((ids) => {
      for (const id of ids) this.#update(id);
      this.#isUnordered = true;
      onChange(ids);
    });
  }

  /** Ids of what is mounted, the lowest first. */
  get shown(): readonly ObjectId[] {
    this.#shownChanged.track();
    return this.#mounted.shown;
  }

  /** Of what is mounted, that on which the rest lies. */
  get shownGround(): readonly ObjectId[] {
    return this.shown.filter((id) => this.#isGround(id));
  }

  get shownAbove(): readonly ObjectId[] {
    return this.shown.filter((id) => !this.#isGround(id));
  }

  /** Returns how to stop. */
  onPlaced(listener: PlacedListener): () => void {
    this.#placings.add(listener);
    return () => void this.#placings.delete(listener);
  }

  isMounted(id: ObjectId): boolean {
    return this.#mounted.has(id);
  }

  /** Whether everything in this view is mounted. */
  covers(view: Box): boolean {
    return this.#mounted.covers(view);
  }

  /** Where the object is seen, grown to its words; `null` once it is gone. */
  boxOf(id: ObjectId): Box | null {
    return this.#index.boxOf(id);
  }

  /** The box, grown to the words of its object. Reactive. */
  grown(id: ObjectId, [x, y, width, height]: Box): Box {
    return [x, y, width, Math.max(height, this.#heights.get(id) ?? 0)];
  }

  /** Where the ends of connectors find what they are bound to. What is in the bin lies there where it lay: the line stays. */
  readonly boundOf: BoundOf = (id) => {
    const object = this.#page.peek(id) ?? this.#page.binned(id);
    if (object === null || object.kind === 'connector') return null;
    return { box: this.grown(id, object.box), form: formOf(object) };
  };

  get extent(): Box | null {
    return this.#index.extent();
  }

  /** What a rectangle drawn around objects takes, in no order. */
  within(area: Box): readonly ObjectId[] {
    return this.#placedIn(area)
      .filter(({ object, box }) => isTakenBy(area, object, box))
      .map(({ object }) => object.id);
  }

  /** What the box touches, in no order. */
  touching(area: Box): readonly ObjectId[] {
    return this.#index.within(area);
  }

  /** The frames that a point of the board lies in, in no order. */
  framesAt(point: Point): readonly Area[] {
    return this.#placedIn([...point, 0, 0])
      .filter(({ object }) => object.kind === 'frame')
      .map(({ object, box }) => ({ id: object.id, box }));
  }

  /** These objects, and what lies in the frames among them. */
  withMembers(ids: Iterable<ObjectId>): readonly ObjectId[] {
    return this.#members.withMembers(ids).filter((id) => this.#index.boxOf(id) !== null);
  }

  /** What the box touches, the lowest first: what a painter paints. */
  paintedIn(area: Box): readonly PlacedObject[] {
    return this.#placedIn(area).sort((a, b) => byDepth(a.object, b.object));
  }

  /** The topmost object at a point of the board; `tolerance` in board units, for what is thin. */
  hit(point: Point, tolerance = 0): ObjectId | null {
    if (this.#isUnordered && !this.#isHeld) this.#reorder();
    return this.#placedIn(inflate([...point, 0, 0], tolerance))
      .filter(({ object, box }) => hits(object, box, point, tolerance, this.boundOf))
      .reduce<ObjectId | null>((top, { object: { id } }) => (this.#isAbove(id, top) ? id : top), null);
  }

  /** Where something of this size lies on nothing but ground, as near to the wish as can be. */
  freePlace(wish: Point, size: { readonly width: number; readonly height: number }): Box {
    return freePlace(wish, size, (box) =>
      this.#placedIn(box).some(({ object }) => stratumOf(object) === 'cards'),
    );
  }

  /** Everything in the order it is read in. Costs a look at every object: for a key press, not for a frame. */
  readingOrder(): readonly ObjectId[] {
    return readingOrder(
      this.#page.ids.flatMap((id) => {
        const object = this.#page.peek(id);
        const frame = object === null ? null : frameOf(object);
        return this.#placed(id).map(([, box]) => ({ id, box, frame }));
      }),
    );
  }

  /** A card has grown or shrunk around its words. */
  measured(id: ObjectId, height: number): void {
    const known = this.#index.boxOf(id);
    // Most cards are as high as their boxes say, and the tree need not hear of them.
    if (known === null || Math.abs(known[3] - height) < 1) return;
    // A connector is as high as its way, which may be in a hand just now.
    if (this.#page.peek(id)?.kind === 'connector') return;
    this.#heights.set(id, height);
    this.#update(id);
  }

  /** One frame's work; returns whether more is to do. */
  step(step: MountStep): boolean {
    this.#isHeld = step.holdsOrder;
    if (this.#isUnordered && !this.#isHeld) this.#reorder();
    const more = this.#mounted.step(step);
    // Not compared with what it was at the start of this step: a hit in between may have put the cards in order anew.
    if (this.#drawn !== this.#mounted.shown) this.#shownChanged.wake();
    this.#drawn = this.#mounted.shown;
    return more;
  }

  destroy(): void {
    this.#stopWatching();
  }

  /** While the order is held, what lies above on the screen is hit, whatever the page says. */
  #isAbove(id: ObjectId, other: ObjectId | null): boolean {
    if (other === null) return true;
    const { shown } = this.#mounted;
    const [at, otherAt] = this.#isHeld ? [shown.indexOf(id), shown.indexOf(other)] : [-1, -1];
    return at === -1 || otherAt === -1 ? this.#compare(id, other) > 0 : at > otherAt;
  }

  #isGround(id: ObjectId): boolean {
    const object = this.#page.peek(id);
    return object !== null && stratumOf(object) === 'ground';
  }

  #compare(a: ObjectId, b: ObjectId): number {
    const [first, second] = [this.#page.peek(a), this.#page.peek(b)];
    return first === null || second === null ? 0 : byDepth(first, second);
  }

  #reorder(): void {
    this.#isUnordered = false;
    this.#mounted.reorder();
  }

  /** The object, and the connectors that follow it. */
  #update(id: ObjectId): void {
    this.#noteFrame(id);
    this.#connectors.set(id, this.#page.peek(id));
    this.#place(id);
    for (const connector of this.#connectors.of(id)) this.#place(connector);
  }

  #place(id: ObjectId): void {
    const before = this.#index.boxOf(id);
    const [placed] = this.#placed(id);
    if (placed === undefined) this.#index.delete(id);
    else this.#index.set(...placed);
    this.landmarks.update(id, this.#page.peek(id));
    for (const listener of this.#placings) listener(before, placed?.[1] ?? null);
  }

  #noteFrame(id: ObjectId): void {
    const object = this.#page.peek(id);
    this.#members.set(id, object === null ? null : frameOf(object));
  }

  #placedIn(area: Box): PlacedObject[] {
    return this.#index.within(area).flatMap((id) => {
      const [object, box] = [this.#page.peek(id), this.#index.boxOf(id)];
      return object === null || box === null ? [] : [{ object, box }];
    });
  }

  #placed(id: ObjectId): readonly (readonly [ObjectId, Box])[] {
    const object = this.#page.peek(id);
    if (object === null) return [];
    if (object.kind === 'connector') return [[id, connectorRoute(object, object.box, this.boundOf).bounds]];
    return [[id, this.grown(id, object.box)]];
  }
}
