import type { Box } from '#shared/content/board-object.ts';
import { contains, type Point } from '#shared/geometry/box.ts';
import { distanceToSegment } from '#shared/geometry/polyline.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard, type Camera } from '#client/board/core/camera.ts';
import type { HandleFrame } from '#client/board/core/handles.ts';
import type { Guide } from '#client/board/core/snapping.ts';
import { SpatialIndex } from '#client/board/core/spatial-index.ts';
import type {
  ConnectorDraft,
  ConnectorSurface,
  EndPlace,
} from '#client/board/connectors/connector-surface.ts';
import type { InkPen } from '#client/board/ink/ink-pen.ts';
import type { InkPoint } from '#client/board/ink/ink-point.ts';
import type { InkSurface } from '#client/board/ink/ink-surface.ts';
import type { BoardSurface } from '#client/board/tools/board-surface.ts';
import type { Placeable } from '#client/board/tools/placings.ts';
import type { Tool } from '#client/board/tools/tool.ts';
import { PointerMachine, type RawPointer } from '#client/board/tools/pointer-machine.ts';

export const ONE = 'one' as ObjectId;
export const TWO = 'two' as ObjectId;
export const THREE = 'three' as ObjectId;

/** What was drawn and erased, and what lies where for the eraser. */
export class TestInk implements InkSurface {
  penSeen = false;
  drawing: InkPen | null = null;
  readonly written: (readonly (readonly InkPoint[])[])[] = [];
  readonly strokes = new Map<ObjectId, Point>();
  fading: ReadonlySet<ObjectId> = new Set();
  readonly erased: (readonly ObjectId[])[] = [];
  laser: Point | null = null;
  lasso: readonly Point[] | null = null;

  showStroke(pen: InkPen | null): void {
    this.drawing = pen;
  }

  writeStroke(pieces: readonly (readonly InkPoint[])[]): void {
    this.drawing = null;
    this.written.push(pieces);
  }

  strokesAlong(from: Point, to: Point, radius: number): readonly ObjectId[] {
    return [...this.strokes].filter(([, at]) => distanceToSegment(at, from, to) <= radius).map(([id]) => id);
  }

  showErased(ids: ReadonlySet<ObjectId>): void {
    this.fading = ids;
  }

  erase(ids: ReadonlySet<ObjectId>): void {
    this.erased.push([...ids]);
  }

  showLaser(point: Point | null): void {
    this.laser = point;
  }

  showLasso(points: readonly Point[] | null): void {
    this.lasso = points;
  }
}

/** A board where everything can be connected, and a record of what was. */
export class TestConnectors implements ConnectorSurface {
  begun: EndPlace | null = null;
  draft: ConnectorDraft | null = null;
  grip: ReturnType<ConnectorSurface['gripAt']> = null;
  readonly written: ConnectorDraft[] = [];
  readonly #board: Pick<BoardSurface, 'hit'>;

  constructor(board: Pick<BoardSurface, 'hit'>) {
    this.#board = board;
  }

  begin(place: EndPlace | null): void {
    this.begun = place;
  }

  placeAt(at: Point): EndPlace {
    return { object: this.#board.hit(at), at };
  }

  showDraft(draft: ConnectorDraft | null): void {
    this.draft = draft;
  }

  write(draft: ConnectorDraft): void {
    this.begun = null;
    this.written.push(draft);
  }

  gripAt(): ReturnType<ConnectorSurface['gripAt']> {
    return this.grip;
  }
}

/** A board of three notes side by side, and a record of what was done to it. */
export class TestSurface implements BoardSurface {
  camera: Camera = { x: 0, y: 0, zoom: 1 };
  tool: Tool = 'select';
  spaceHeld = false;
  canWrite = true;
  readonly ink = new TestInk();
  readonly connectors = new TestConnectors(this);
  selection: ReadonlySet<ObjectId> = new Set();
  readonly boxes = new Map<ObjectId, Box>([
    [ONE, [0, 0, 200, 160]],
    [TWO, [300, 0, 200, 160]],
    [THREE, [600, 0, 200, 160]],
  ]);
  shown: ReadonlyMap<ObjectId, Box> | null = null;
  marquee: Box | null = null;
  readonly committed: ReadonlyMap<ObjectId, Box>[] = [];
  readonly edited: ObjectId[] = [];
  readonly written: (readonly [number, number])[] = [];
  readonly placed: (readonly [tool: Placeable, where: readonly number[]])[] = [];
  #waiting: (() => void)[] = [];

  hit(at: readonly [number, number]): ObjectId | null {
    const point = toBoard(this.camera, at);
    return [...this.boxes].findLast(([, box]) => contains(box, point))?.[0] ?? null;
  }

  within(box: Box): readonly ObjectId[] {
    const index = new SpatialIndex();
    index.load(this.boxes);
    return index.within(box);
  }

  boxOf(id: ObjectId): Box | null {
    return this.boxes.get(id) ?? null;
  }

  readonly groups = new Map<ObjectId, readonly ObjectId[]>();
  readonly locked = new Set<ObjectId>();
  readonly menus: (readonly [number, number])[] = [];

  together(id: ObjectId): readonly ObjectId[] {
    return this.groups.get(id) ?? [id];
  }

  takeHold(): readonly ObjectId[] {
    return [...this.selection].filter((id) => !this.locked.has(id));
  }

  openMenuAt(at: readonly [number, number]): void {
    this.menus.push(at);
  }

  handles: HandleFrame | null = null;
  guides: readonly Guide[] = [];
  others: readonly Box[] = [];
  turn: number | null = null;
  readonly turns: number[] = [];

  seenBoxOf(id: ObjectId): Box | null {
    return this.boxOf(id);
  }

  neighbours(): readonly Box[] {
    return this.others;
  }

  showGuides(guides: readonly Guide[]): void {
    this.guides = guides;
  }

  showTurn(angle: number | null): void {
    this.turn = angle;
  }

  commitTurn(angle: number): void {
    this.turns.push(angle);
  }

  carried(ids: Iterable<ObjectId>): readonly ObjectId[] {
    return [...ids];
  }

  select(ids: Iterable<ObjectId>): void {
    this.selection = new Set(ids);
  }

  showMove(boxes: ReadonlyMap<ObjectId, Box> | null): void {
    this.shown = boxes;
  }

  commitMove(boxes: ReadonlyMap<ObjectId, Box>): void {
    this.committed.push(boxes);
  }

  showMarquee(box: Box | null): void {
    this.marquee = box;
  }

  edit(id: ObjectId): void {
    this.edited.push(id);
  }

  writeAt(at: readonly [number, number]): void {
    this.written.push(at);
  }

  placeAt(tool: Placeable, at: readonly [number, number]): void {
    this.placed.push([tool, at]);
  }

  placeIn(tool: Placeable, box: Box): void {
    this.placed.push([tool, box]);
  }

  after(_ms: number, act: () => void): () => void {
    this.#waiting.push(act);
    return () => (this.#waiting = this.#waiting.filter((each) => each !== act));
  }

  /** Everything that waits for time to pass has waited long enough. */
  wait(): void {
    const due = this.#waiting;
    this.#waiting = [];
    for (const act of due) act();
  }
}

/** Hands that press, move and let go, with a clock of their own. */
export class Hands {
  readonly board = new TestSurface();
  readonly machine = new PointerMachine(this.board);
  #time = 0;
  readonly #type: RawPointer['type'];

  constructor(type: RawPointer['type'] = 'mouse') {
    this.#type = type;
  }

  press(x: number, y: number, options: Partial<RawPointer> = {}): void {
    this.machine.press(this.#pointer(x, y, options));
  }

  move(x: number, y: number, options: Partial<RawPointer> = {}): void {
    this.machine.move(this.#pointer(x, y, options));
  }

  release(x: number, y: number, options: Partial<RawPointer> = {}): void {
    this.machine.release(this.#pointer(x, y, options));
  }

  click(x: number, y: number, options: Partial<RawPointer> = {}): void {
    this.press(x, y, options);
    this.release(x, y, options);
  }

  drag(
    from: readonly [number, number],
    to: readonly [number, number],
    options: Partial<RawPointer> = {},
  ): void {
    this.press(...from, options);
    this.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, options);
    this.move(...to, options);
    this.release(...to, options);
  }

  rest(): void {
    this.#time += 1_000;
  }

  #pointer(x: number, y: number, options: Partial<RawPointer>): RawPointer {
    this.#time += 20;
    return {
      id: 1,
      type: this.#type,
      at: [x, y],
      button: 0,
      adds: false,
      isEven: false,
      isFree: false,
      time: this.#time,
      ...options,
    };
  }
}
