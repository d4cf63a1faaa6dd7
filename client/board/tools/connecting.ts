import { distance, type Point } from '#shared/geometry/box.ts';
import type { ConnectorEnd } from '../connectors/connector-ends.ts';
import type { ConnectorDraft } from '../connectors/connector-surface.ts';
import { DRAG_THRESHOLD, type BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { Panning } from './panning.ts';

/** The hand leads an end of a connector: to an object, which shows that it is meant, or to the open. Two clicks do as well as a drag. */
export class Connecting implements BoardState {
  readonly name = 'connecting';
  readonly cursor = 'crosshair';
  readonly #first: PointerInput;
  readonly #from: Point;
  readonly #end: ConnectorEnd;
  #draft: ConnectorDraft;

  constructor(first: PointerInput, draft: ConnectorDraft, end: ConnectorEnd, board: BoardSurface) {
    this.#first = first;
    this.#from = first.at;
    this.#draft = draft;
    this.#end = end;
    board.connectors.showDraft(draft);
  }

  move({ at }: PointerInput, board: BoardSurface): BoardState {
    this.#draft = { ...this.#draft, [this.#end]: board.connectors.placeAt(at) };
    board.connectors.showDraft(this.#draft);
    return this;
  }

  pressSecond(second: PointerInput, board: BoardSurface): BoardState | undefined {
    if (second.type !== 'touch') return undefined;
    board.connectors.showDraft(null);
    return new Panning(this.#first, second);
  }

  release({ at, type }: PointerInput, board: BoardSurface): BoardState | null {
    const { connectors } = board;
    const isClick = distance(at, this.#from) < DRAG_THRESHOLD[type];
    const isBeginning = isClick && this.#draft.of === null && connectors.begun === null;
    connectors.showDraft(null);
    if (isBeginning) connectors.begin(this.#draft.from);
    else if (!isClick || connectors.begun !== null) connectors.write(this.#draft);
    return null;
  }

  cancel(board: BoardSurface): void {
    board.connectors.showDraft(null);
    board.connectors.begin(null);
  }

  /** An object that somebody has taken away is not connected to. */
  pageChanged(board: BoardSurface): BoardState | null {
    const { from, to, of } = this.#draft;
    const needed = [from.object, to.object, of].filter((id) => id !== null);
    if (board.canWrite && (of !== null || needed.every((id) => board.boxOf(id) !== null))) return this;
    this.cancel(board);
    return null;
  }
}

/** With the tool for connectors: begins one, or ends the one that a click has begun. */
export function pressToConnect(input: PointerInput, board: BoardSurface): BoardState {
  const place = board.connectors.placeAt(input.at);
  const from = board.connectors.begun ?? place;
  return new Connecting(input, { from, to: place, of: null }, 'to', board);
}
