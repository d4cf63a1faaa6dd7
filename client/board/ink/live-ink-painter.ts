import type { Point } from '#shared/geometry/box.ts';
import type { Camera, ViewSize } from '../core/camera.ts';
import type { BoardInk } from './board-ink.svelte.ts';
import type { InkPen } from './ink-pen.ts';
import { InkPalette } from './ink-palette.ts';
import { INK_OPACITY, type InkStyle } from './ink-style.ts';
import type { LaserTrail } from './laser-trail.ts';
import type { OthersInk } from './others-ink.ts';
import { inkOutline } from './outline.ts';

/** CSS pixels. */
const LASER = { width: 7, head: 5, halo: 2 } as const;
const LASSO = { width: 1.75, dash: [6, 5] } as const;

/** More than two canvas pixels a CSS pixel cost a phone its frames, and no hand that moves is as sharp. */
const PIXEL_RATIO_MAX = 2;

/**
 * Draws what is in the hands just now on a canvas over the board: one's own line with the next frame after the pointer has moved, without a
 * way through the framework. The canvas is there only while there is something on it.
 */
export class LiveInkPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #mine: BoardInk;
  readonly #others: OthersInk;
  #camera: Camera = { x: 0, y: 0, zoom: 1 };
  #size: ViewSize = { width: 0, height: 0 };
  /** Settled pieces are drawn as they were. */
  readonly #pieces = new WeakMap<object, Path2D>();
  #frame: number | null = null;

  constructor(canvas: HTMLCanvasElement, mine: BoardInk, others: OthersInk) {
    this.#canvas = canvas;
    this.#mine = mine;
    this.#others = others;
  }

  look(camera: Camera, size: ViewSize): void {
    this.#camera = camera;
    this.#size = size;
    this.ask();
  }

  /** Draws with the next frame. */
  ask(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#paint();
    });
  }

  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  #paint(): void {
    const now = performance.now();
    this.#others.forgetFaded(now);
    const strokes = [...this.#others.strokes, ...this.#mine.strokes];
    const lasers = [...this.#others.lasers];
    const own = this.#mine.laser?.fading(now).length === 0 ? null : this.#mine.laser;
    const { lasso } = this.#mine;
    this.#canvas.hidden = strokes.length + lasers.length === 0 && own === null && lasso === null;
    if (this.#canvas.hidden) return;
    const pen = this.#fresh();
    if (pen === null) return;
    const palette = new InkPalette(this.#canvas);
    for (const stroke of strokes) this.#drawStroke(pen, palette, stroke);
    for (const { trail, color } of lasers) this.#drawLaser(pen, palette, trail, palette.person(color), now);
    if (own !== null) this.#drawLaser(pen, palette, own, palette.accent, now);
    if (lasso !== null) this.#drawLasso(pen, palette, lasso);
    if (lasers.length > 0 || own !== null) this.ask();
  }

  /** The canvas wiped, as large as the view, with the board's own units. */
  #fresh(): CanvasRenderingContext2D | null {
    const ratio = Math.min(PIXEL_RATIO_MAX, devicePixelRatio);
    const [width, height] = [Math.round(this.#size.width * ratio), Math.round(this.#size.height * ratio)];
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext('2d');
    if (context === null) return null;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    const { x, y, zoom } = this.#camera;
    const scale = ratio * zoom;
    context.setTransform(scale, 0, 0, scale, -x * scale, -y * scale);
    return context;
  }

  #drawStroke(
    context: CanvasRenderingContext2D,
    palette: InkPalette,
    { pen, style }: { readonly pen: InkPen; readonly style: InkStyle },
  ): void {
    // Filled as one, or a marker would be darker where the pieces meet.
    const whole = new Path2D(inkOutline(pen.tip, style));
    for (const piece of pen.settled) {
      const path = this.#pieces.get(piece) ?? new Path2D(inkOutline(piece, style));
      this.#pieces.set(piece, path);
      whole.addPath(path);
    }
    context.globalAlpha = INK_OPACITY[style.tool];
    context.fillStyle = palette.ink(style);
    context.fill(whole);
    context.globalAlpha = 1;
  }

  #drawLaser(
    context: CanvasRenderingContext2D,
    palette: InkPalette,
    trail: LaserTrail,
    color: string,
    now: number,
  ): void {
    const px = 1 / this.#camera.zoom;
    const spots = trail.fading(now);
    context.lineCap = 'round';
    context.strokeStyle = color;
    spots.forEach(({ at, freshness }, index) => {
      const from = spots[index - 1];
      if (from === undefined) return;
      context.globalAlpha = freshness * 0.8;
      context.lineWidth = LASER.width * px * (0.3 + 0.7 * freshness);
      line(context, [from.at, at]);
      context.stroke();
    });
    const head = spots.at(-1);
    if (head !== undefined) {
      context.globalAlpha = trail.isHeld ? 1 : head.freshness;
      context.beginPath();
      context.arc(...head.at, LASER.head * px, 0, 2 * Math.PI);
      context.fillStyle = color;
      context.fill();
      context.lineWidth = LASER.halo * px;
      context.strokeStyle = palette.surface;
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  #drawLasso(context: CanvasRenderingContext2D, palette: InkPalette, points: readonly Point[]): void {
    const px = 1 / this.#camera.zoom;
    line(context, points);
    context.closePath();
    context.globalAlpha = 0.08;
    context.fillStyle = palette.accent;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = palette.accent;
    context.lineWidth = LASSO.width * px;
    context.setLineDash(LASSO.dash.map((length) => length * px));
    context.stroke();
    context.setLineDash([]);
  }
}

function line(context: CanvasRenderingContext2D, [first, ...others]: readonly Point[]): void {
  context.beginPath();
  if (first === undefined) return;
  context.moveTo(...first);
  for (const point of others) context.lineTo(...point);
}
