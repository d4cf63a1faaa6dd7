import { messages } from '#client/model/messages.svelte.ts';
import { recall, remember } from '#client/model/remembered.ts';
import type { Page } from '#client/model/types.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { lockOf } from '#shared/content/board-object.ts';
import type { DrawingColor, LineWidth } from '#shared/content/kinds/drawing.ts';
import type { InkTool } from '#shared/content/kinds/stroke.ts';
import { between, inflate, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { NO_IDS, type IdSet } from '../core/id-set.ts';
import type { BoardSurface } from '../tools/board-surface.ts';
import type { InkPen } from './ink-pen.ts';
import type { InkPoint } from './ink-point.ts';
import { inkStyleOf, type InkStyle } from './ink-style.ts';
import type { InkSurface } from './ink-surface.ts';
import { LaserTrail } from './laser-trail.ts';
import { InkTelling } from './shown-ink.ts';
import { packStroke } from './stroke-points.ts';
import { crossesStroke } from './stroke-hit.ts';

/** A stroke that has just been written stays on the glass until its object is drawn, or it would blink. */
const DRYING_MS = 120;

const NEW_PENS: Readonly<Record<InkTool, InkStyle>> = {
  pen: { tool: 'pen', color: 'ink', lineWidth: 'medium' },
  marker: { tool: 'marker', color: 'yellow', lineWidth: 'medium' },
};

interface Board extends Pick<BoardSurface, 'tool' | 'canWrite' | 'within' | 'boxOf' | 'after'> {
  readonly page: Page;
}

interface Held {
  readonly pen: InkPen;
  readonly style: InkStyle;
}

/** What this person draws, erases, points and lassoes with. What is in the hand is drawn on a canvas of its own, frame by frame. */
export class BoardInk implements InkSurface {
  penSeen = false;
  #pens = $state.raw<Readonly<Record<InkTool, InkStyle>>>({
    pen: recalled('pen'),
    marker: recalled('marker'),
  });
  #erased = $state.raw<IdSet>(NO_IDS);
  #held: Held | null = null;
  #drying: readonly Held[] = [];
  #laser: LaserTrail | null = null;
  #lasso: readonly Point[] | null = null;
  #telling: InkTelling | null = null;
  #linesTold = 0;
  #redraw: () => void = () => undefined;
  readonly #board: Board;

  constructor(board: Board) {
    this.#board = board;
  }

  /** What the pen or the marker in hand draws with. */
  get style(): InkStyle {
    return this.#pens[this.#board.tool === 'marker' ? 'marker' : 'pen'];
  }

  /** What is about to be erased. */
  get erased(): IdSet {
    return this.#erased;
  }

  get strokes(): readonly Held[] {
    return this.#held === null ? this.#drying : [...this.#drying, this.#held];
  }

  get laser(): LaserTrail | null {
    return this.#laser;
  }

  get lasso(): readonly Point[] | null {
    return this.#lasso;
  }

  /** `redraw` is called whenever there is something new in the hand; returns how to stop. */
  onChange(redraw: () => void): () => void {
    this.#redraw = redraw;
    return () => (this.#redraw = () => undefined);
  }

  choose(choice: { readonly color: DrawingColor } | { readonly lineWidth: LineWidth }): void {
    const style = { ...this.style, ...choice };
    this.#pens = { ...this.#pens, [style.tool]: style };
    remember(`ink:${style.tool}`, `${style.color} ${style.lineWidth}`);
  }

  showStroke(pen: InkPen | null): void {
    if (pen === null) this.#held = null;
    else if (this.#held?.pen !== pen) this.#held = { pen, style: this.style };
    this.#tell(pen === null ? null : (pen.tip.at(-1) ?? null), this.style);
    this.#redraw();
  }

  writeStroke(pieces: readonly (readonly InkPoint[])[]): void {
    const held = this.#held;
    if (held !== null && this.#board.canWrite) {
      const { style } = held;
      const { tool, color, lineWidth } = style;
      const drawn = pieces.filter(({ length }) => length > 0);
      this.#board.page.addAll(
        drawn.map((piece) => {
          const { box, points } = packStroke(piece, style);
          return { kind: 'stroke', box, fields: { points, tool, color, lineWidth } };
        }),
      );
      this.#dry(held);
    }
    this.showStroke(null);
  }

  strokesAlong(from: Point, to: Point, radius: number): readonly ObjectId[] {
    const { page } = this.#board;
    return this.#board.within(inflate(between(from, to), radius)).filter((id) => {
      const object = page.object(id);
      if (object?.kind !== 'stroke' || lockOf(object) !== null) return false;
      return crossesStroke(object, object.box, from, to, radius);
    });
  }

  showErased(ids: IdSet): void {
    if (ids.size !== this.#erased.size) this.#erased = ids;
  }

  erase(ids: IdSet): void {
    if (ids.size === 0 || !this.#board.canWrite) return;
    this.#board.page.remove([...ids]);
    announce(messages('board').erased(ids.size));
  }

  showLaser(point: Point | null): void {
    if (point === null) {
      if (this.#laser !== null) this.#laser.isHeld = false;
    } else {
      if (this.#laser?.isHeld !== true) this.#laser = new LaserTrail();
      this.#laser.add(point, performance.now());
    }
    this.#tell(point, { ...this.style, tool: 'laser' });
    this.#redraw();
  }

  showLasso(points: readonly Point[] | null): void {
    this.#lasso = points;
    this.#redraw();
  }

  #tell(
    point: readonly [number, number, ...number[]] | null,
    style: ConstructorParameters<typeof InkTelling>[1],
  ): void {
    if (point === null) {
      this.#telling = null;
      this.#board.page.showInk(null);
      return;
    }
    this.#telling ??= new InkTelling((this.#linesTold += 1), style);
    this.#telling.add([point[0], point[1]]);
    this.#board.page.showInk(this.#telling.shown());
  }

  #dry(held: Held): void {
    this.#drying = [...this.#drying, held];
    this.#board.after(DRYING_MS, () => {
      this.#drying = this.#drying.filter((each) => each !== held);
      this.#redraw();
    });
  }
}

function recalled(tool: InkTool): InkStyle {
  const kept = recall(`ink:${tool}`);
  if (kept === null) return NEW_PENS[tool];
  const [color, lineWidth] = kept.split(' ');
  return inkStyleOf({ tool, color, lineWidth });
}
