import type { Page } from '#client/model/types.ts';
import { meaningOf } from '#client/modules/fields/meaning-of.ts';
import type { BoardObject, Box } from '#shared/content/board-object.ts';
import type { BoardContents } from './board-contents.ts';
import { stratumOf } from './core/strata.ts';
import type { Camera } from './core/camera.ts';
import { readTheme, watchTheme, type Theme } from './painters/read-look.ts';

/** It looks at every object, so at most so often, and never in a frame that a hand waits for. */
const REPAINT_AFTER_MS = 800;

/** Nothing is smaller than this on the map, CSS pixels. */
const SPOT = 1.5;

/** The whole board as spots of colour. */
export class MinimapPicture {
  readonly #page: Page;
  readonly #contents: BoardContents;
  readonly #canvas: HTMLCanvasElement;
  readonly #mapOf: () => Camera;
  readonly #stops: readonly (() => void)[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `mapOf` tells where the map lies on the board. */
  constructor(page: Page, contents: BoardContents, canvas: HTMLCanvasElement, mapOf: () => Camera) {
    this.#page = page;
    this.#contents = contents;
    this.#canvas = canvas;
    this.#mapOf = mapOf;
    this.#stops = [contents.onPlaced(() => this.#ask()), watchTheme(() => this.#ask())];
    this.#paint();
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
  }

  #ask(): void {
    this.#timer ??= setTimeout(() => this.#paint(), REPAINT_AFTER_MS);
  }

  #paint(): void {
    this.#timer = undefined;
    const canvas = this.#canvas.getContext('2d');
    if (canvas === null) return;
    const theme = readTheme(this.#canvas);
    const { x, y, zoom } = this.#mapOf();
    const ratio = devicePixelRatio;
    const { clientWidth, clientHeight } = this.#canvas;
    this.#canvas.width = Math.ceil(clientWidth * ratio);
    this.#canvas.height = Math.ceil(clientHeight * ratio);
    canvas.setTransform(ratio, 0, 0, ratio, 0, 0);
    const spotOf = ([left, top, width, height]: Box): Box => [
      (left - x) * zoom,
      (top - y) * zoom,
      Math.max(SPOT, width * zoom),
      Math.max(SPOT, height * zoom),
    ];
    for (const id of this.#page.ids) {
      const [object, box] = [this.#page.peek(id), this.#contents.boxOf(id)];
      if (object !== null && box !== null) paintSpot(canvas, object, spotOf(box), theme);
    }
  }
}

function paintSpot(canvas: CanvasRenderingContext2D, object: BoardObject, spot: Box, theme: Theme): void {
  const meaning = meaningOf(object);
  const { colors } = theme;
  canvas.strokeStyle = colors['line-strong'];
  if (stratumOf(object) === 'ground') {
    canvas.strokeRect(...spot);
    return;
  }
  canvas.fillStyle = meaning === null ? colors['line-strong'] : colors[`note-${meaning}`];
  canvas.fillRect(...spot);
}
