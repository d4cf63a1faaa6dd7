import { messages } from '#client/model/messages.svelte.ts';
import type { ObjectChange, Page } from '#client/model/types.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { nameOnPage } from '#client/modules/fields/connector-name.ts';
import { lockOf, type BoardObject, type Box, type FieldValue } from '#shared/content/board-object.ts';
import type { ConnectorHead, ConnectorRoute } from '#shared/content/kinds/connector.ts';
import { between, center, distance, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { toBoard, toScreen } from '../core/camera.ts';
import type { BoardSurface } from '../tools/board-surface.ts';
import { formOf } from './anchor.ts';
import { boundTo, connectorRoute, type BoundOf, type ConnectorEnd } from './connector-ends.ts';
import type { ConnectorDraft, ConnectorSurface, EndPlace } from './connector-surface.ts';
import type { Route } from './route.ts';

/** How near a press must be to take hold of an end, CSS pixels. */
const GRIP = 16;

interface Board extends Pick<BoardSurface, 'camera' | 'canWrite' | 'hit' | 'selection' | 'select'> {
  readonly page: Page;
  toolUsed(): void;
  /** Where to show an object that is no connector, grown to its words. Reactive. */
  placeFor(object: BoardObject): Box;
  /** The connector's own box, as its own hand or another's has it. Reactive. */
  ownBoxFor(object: BoardObject): Box;
}

/** The connectors of a board: where they run, and what the hand is doing with one. */
export class BoardConnectors implements ConnectorSurface {
  /** What the next one is like. */
  route = $state<ConnectorRoute>('straight');
  endHead = $state<ConnectorHead>('arrow');
  #begun = $state.raw<EndPlace | null>(null);
  #draft = $state.raw<ConnectorDraft | null>(null);
  readonly #board: Board;

  constructor(board: Board) {
    this.#board = board;
  }

  get begun(): EndPlace | null {
    return this.#begun;
  }

  get draft(): ConnectorDraft | null {
    return this.#draft;
  }

  /** Where a connector is seen to run: it follows what it is bound to also while that is dragged. Reactive. */
  routeFor(connector: BoardObject): Route {
    return connectorRoute(connector, this.#board.ownBoxFor(connector), this.#boundOf);
  }

  /** The same for one that is in the hand. */
  routeOfDraft(draft: ConnectorDraft): Route {
    return this.routeFor(this.#asObject(draft));
  }

  /** The connector that has grips at its ends: the only one selected. */
  get gripped(): BoardObject | null {
    const [id, ...others] = this.#board.selection;
    const object = id === undefined || others.length > 0 ? null : this.#board.page.object(id);
    const isFree = object?.kind === 'connector' && lockOf(object) === null && this.#board.canWrite;
    return isFree ? object : null;
  }

  begin(place: EndPlace | null): void {
    if (place !== null) announce(messages('board').connectorBegun);
    this.#begun = place;
  }

  placeAt(at: Point): EndPlace {
    const id = this.#board.hit(at);
    const kind = id === null ? null : this.#board.page.object(id)?.kind;
    const binds = kind !== null && kind !== undefined && kind !== 'connector' && kind !== 'stroke';
    return { object: binds ? id : null, at: toBoard(this.#board.camera, at) };
  }

  showDraft(draft: ConnectorDraft | null): void {
    this.#draft = draft;
  }

  write(draft: ConnectorDraft): void {
    this.#begun = null;
    const { page, canWrite } = this.#board;
    const { from, to, of } = draft;
    if (!canWrite || (from.object !== null && from.object === to.object)) return;
    const { id, box, fields } = this.#asObject(draft);
    if (of !== null) return page.change([{ id, box, fields: endsOf(fields) } satisfies ObjectChange]);
    const made = page.add('connector', { box, fields });
    if (page.object(made) === null) return;
    this.#board.select([made]);
    this.#board.toolUsed();
    this.#tell(made);
  }

  /** Without a pointer: from one object to another, or an end of a connector to another object. */
  connect(object: BoardObject, to: BoardObject): void {
    const place = (each: BoardObject): EndPlace => ({ object: each.id, at: center(each.box) });
    this.write({ from: place(object), to: place(to), of: null });
  }

  rebind(connector: BoardObject, end: ConnectorEnd, to: BoardObject): void {
    this.write({ ...this.#draftOf(connector), [end]: { object: to.id, at: center(to.box) } });
    this.#tell(connector.id);
  }

  gripAt(at: Point): { readonly draft: ConnectorDraft; readonly end: ConnectorEnd } | null {
    const connector = this.gripped;
    if (connector === null) return null;
    const { points } = this.routeFor(connector);
    const far = (point: Point | undefined): number =>
      point === undefined ? Infinity : distance(toScreen(this.#board.camera, point), at);
    const [toFrom, toTo] = [far(points[0]), far(points.at(-1))];
    if (Math.min(toFrom, toTo) > GRIP) return null;
    return { draft: this.#draftOf(connector), end: toFrom < toTo ? 'from' : 'to' };
  }

  readonly #boundOf: BoundOf = (id) => {
    const { page } = this.#board;
    // What has been put in the bin lies there where it lay: the line stays, and follows again when it comes back.
    const object = page.object(id) ?? page.binned(id);
    if (object === null || object.kind === 'connector') return null;
    return { box: this.#board.placeFor(object), form: formOf(object) };
  };

  #draftOf(connector: BoardObject): ConnectorDraft {
    const { points } = this.routeFor(connector);
    const place = (end: ConnectorEnd, at: Point | undefined): EndPlace => ({
      object: boundTo(connector, end),
      at: at ?? center(connector.box),
    });
    return { from: place('from', points[0]), to: place('to', points.at(-1)), of: connector.id };
  }

  /** A draft as the object it is to be. Its own box has its ends at two corners, and free ends are in it. */
  #asObject({ from, to, of }: ConnectorDraft): BoardObject {
    const [x, y, width, height] = between(from.at, to.at).map(Math.round) as [number, number, number, number];
    const box: Box = [x, y, Math.max(1, width), Math.max(1, height)];
    const before = of === null ? null : this.#board.page.object(of);
    return {
      id: of ?? ('draft' as ObjectId),
      kind: 'connector',
      box,
      order: '',
      author: '',
      createdAt: 0,
      deletedAt: null,
      fields: {
        ...(before?.fields ?? {
          route: this.route,
          startHead: 'none',
          endHead: this.endHead,
          color: 'ink',
          lineStyle: 'solid',
        }),
        from: from.object ?? '',
        to: to.object ?? '',
        fromPoint: from.object === null ? shareOf(box, from.at) : null,
        toPoint: to.object === null ? shareOf(box, to.at) : null,
      },
    };
  }

  #tell(id: ObjectId): void {
    const { page } = this.#board;
    const connector = page.object(id);
    if (connector === null) return;
    const name = nameOnPage(messages('inventory'), connector, (each) => page.object(each));
    announce(messages('board').connected(name));
  }
}

const ENDS = ['from', 'to', 'fromPoint', 'toPoint'] as const;

const endsOf = (fields: BoardObject['fields']): Readonly<Record<string, FieldValue>> =>
  Object.fromEntries(ENDS.map((key) => [key, fields[key] ?? null]));

const shareOf = ([x, y, width, height]: Box, at: Point): readonly number[] => [
  (at[0] - x) / width,
  (at[1] - y) / height,
];
