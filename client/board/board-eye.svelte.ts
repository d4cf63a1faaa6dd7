import type { Box } from '#shared/content/board-object.ts';
import type { Point } from '#shared/geometry/box.ts';
import {
  approach,
  cameraCenter,
  containing,
  firstLook,
  fit,
  pan,
  reveal,
  snapped,
  viewBox,
  zoomAt,
  zoomTo,
  type Camera,
  type ViewSize,
} from './core/camera.ts';

/** After this long without a move the eye rests: text is set on whole pixels and line widths follow the zoom. */
const REST_AFTER_MS = 160;

/** Cards grow around their words within this time of being shown; the first look takes that in unless the person has moved on. */
const SETTLING_MS = 1_000;

/** Where this person is looking. */
export class BoardEye {
  #camera = $state.raw<Camera>({ x: 0, y: 0, zoom: 1 });
  #size = $state.raw<ViewSize>({ width: 0, height: 0 });
  /** The camera when it last rested: what need not follow every frame goes by this one. */
  #rested = $state.raw<Camera>({ x: 0, y: 0, zoom: 1 });
  /** A person has chosen where to look, or has looked long enough where we chose. */
  #isPlaced = false;
  #settleTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #onMove: () => void;

  constructor(onMove: () => void) {
    this.#onMove = onMove;
  }

  get camera(): Camera {
    return this.#camera;
  }

  set camera(camera: Camera) {
    this.#isPlaced = true;
    this.#look(camera);
  }

  get size(): ViewSize {
    return this.#size;
  }

  get rested(): Camera {
    return this.#rested;
  }

  /** A gesture is changing the zoom, or has just done so. */
  get isZooming(): boolean {
    return this.#camera.zoom !== this.#rested.zoom;
  }

  get view(): Box {
    return viewBox(this.#camera, this.#size);
  }

  get center(): Point {
    return cameraCenter(this.#camera, this.#size);
  }

  /**
   * The view has been given a size, or another one. `moved` is how far its top left corner has moved on the screen, as when a
   * banner opens above it: what people look at stays where it was.
   */
  resize(size: ViewSize, moved: Point, extent: () => Box | null): void {
    this.#size = size;
    if (this.#isPlaced) this.#jump(pan(this.#camera, -moved[0], -moved[1]));
    else this.settle(extent);
  }

  /** While the first look lasts: takes in what there is. `extent` looks at everything, so it is asked for only then. */
  settle(extent: () => Box | null): void {
    if (this.#isPlaced || this.#size.width === 0) return;
    this.#jump(firstLook(extent(), this.#size));
    this.#settleTimer ??= setTimeout(() => (this.#isPlaced = true), SETTLING_MS);
  }

  /** Looks here at once, as after a turn to another view. */
  lookAt(camera: Camera): void {
    this.#choose(camera);
  }

  pan(dx: number, dy: number): void {
    this.camera = pan(this.#camera, dx, dy);
  }

  zoomAt(at: Point, factor: number): void {
    this.camera = zoomAt(this.#camera, at, factor);
  }

  /** About the middle of the view. */
  zoomBy(factor: number): void {
    this.#choose(zoomAt(this.#camera, [this.#size.width / 2, this.#size.height / 2], factor));
  }

  naturalSize(): void {
    this.#choose(zoomTo(this.#camera, this.#size, 1));
  }

  fit(box: Box | null): void {
    if (box !== null) this.#choose(fit(box, this.#size));
  }

  /** As somebody else sees it: all that is in their view, however the windows differ. */
  shareView(view: Box): void {
    this.#choose(containing(view, this.#size));
  }

  approach(box: Box): void {
    this.#choose(approach(this.#camera, this.#size, box));
  }

  /** Moves no more than needed to have the box in sight: in the upper left part of the view when something covers the rest. */
  reveal(box: Box, part: Partial<ViewSize> = {}): void {
    const camera = reveal(this.#camera, { ...this.#size, ...part }, box);
    if (camera !== this.#camera) this.#choose(camera);
  }

  stop(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#settleTimer);
  }

  #choose(camera: Camera): void {
    this.#isPlaced = true;
    this.#jump(camera);
  }

  /** No hand is moving the view, so it rests at once. */
  #jump(camera: Camera): void {
    this.#look(camera);
    clearTimeout(this.#restTimer);
    this.#rest();
  }

  #look(camera: Camera): void {
    this.#camera = camera;
    this.#onMove();
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#rest(), REST_AFTER_MS);
  }

  #rest(): void {
    this.#camera = snapped(this.#camera);
    this.#rested = this.#camera;
    this.#onMove();
  }
}
