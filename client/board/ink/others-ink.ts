import type { ShownLine } from '#client/model/types.ts';
import { EVEN_PRESSURE } from './ink-point.ts';
import { InkPen } from './ink-pen.ts';
import type { InkStyle } from './ink-style.ts';
import { LaserTrail } from './laser-trail.ts';
import { readShownInk, type ReadInk } from './shown-ink.ts';

/** What others draw is stored soon enough; until then its line need not be exact. */
const TOLERANCE = 0.5;

interface Line {
  readonly number: number;
  /** How many points of it have been heard of. */
  heard: number;
}

export interface OthersStroke extends Line {
  readonly pen: InkPen;
  readonly style: InkStyle;
}

export interface OthersLaser extends Line {
  readonly trail: LaserTrail;
  /** 1–8: which `--person-n` colour. */
  readonly color: number;
}

/** What others are drawing and pointing at just now, put together from what they tell bit by bit. */
export class OthersInk {
  readonly #strokes = new Map<number, OthersStroke>();
  readonly #lasers = new Map<number, OthersLaser>();

  get strokes(): Iterable<OthersStroke> {
    return this.#strokes.values();
  }

  get lasers(): Iterable<OthersLaser> {
    return this.#lasers.values();
  }

  hear(lines: readonly ShownLine[], now: number): void {
    const drawing = new Set<number>();
    const pointing = new Set<number>();
    for (const { sender, color, ink } of lines) {
      const read = readShownInk(ink);
      if (read === null) continue;
      const { tool } = read.style;
      if (tool === 'laser') this.#point(sender, color, read, now);
      else this.#draw(sender, read, { ...read.style, tool });
      (tool === 'laser' ? pointing : drawing).add(sender);
    }
    for (const sender of this.#strokes.keys()) if (!drawing.has(sender)) this.#strokes.delete(sender);
    for (const [sender, { trail }] of this.#lasers) trail.isHeld = pointing.has(sender);
  }

  /** Lets go of what has faded. */
  forgetFaded(now: number): void {
    for (const [sender, { trail }] of this.#lasers)
      if (trail.fading(now).length === 0) this.#lasers.delete(sender);
  }

  #draw(sender: number, read: ReadInk, style: InkStyle): void {
    let stroke = this.#strokes.get(sender);
    if (stroke?.number !== read.line)
      stroke = { number: read.line, heard: 0, pen: new InkPen(TOLERANCE), style };
    this.#strokes.set(sender, stroke);
    for (const [x, y] of newsFor(stroke, read)) stroke.pen.add([x, y, EVEN_PRESSURE]);
  }

  #point(sender: number, color: number, read: ReadInk, now: number): void {
    let laser = this.#lasers.get(sender);
    if (laser?.number !== read.line) laser = { number: read.line, heard: 0, trail: new LaserTrail(), color };
    this.#lasers.set(sender, laser);
    for (const point of newsFor(laser, read)) laser.trail.add(point, now);
  }
}

/** The points that have not been heard of before. */
function newsFor(line: Line, { at, points }: ReadInk): ReadInk['points'] {
  const news = points.slice(Math.max(0, line.heard - at));
  line.heard = Math.max(line.heard, at + points.length);
  return news;
}
