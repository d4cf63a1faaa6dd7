import type { Attention, Page, Session } from '#client/model/types.ts';
import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId, SeatId } from '#shared/kernel/ids.ts';

/** More than this selected is shown in part: presence is sent whole each time, and the server takes no state above 1 kB. */
const SELECTION_SHOWN_MAX = 8;
const ID_LENGTH_MAX = 40;

/** Somebody else who has the board on screen. */
export interface Other {
  readonly seatId: SeatId;
  readonly name: string;
  readonly color: number;
  readonly selected: readonly ObjectId[];
  /** `null` for who follows somebody else's view. */
  readonly view: Box | null;
}

/** A leader calls everybody to a place of the board. */
export interface Call {
  /** Tells one call from the next. */
  readonly at: number;
  readonly view: Box;
  readonly object: ObjectId | null;
}

export interface HeardCall extends Call {
  readonly name: string;
}

interface Shown {
  readonly selected: readonly ObjectId[];
  readonly view: Box | null;
  readonly call: Call | null;
}

/** What people on the board show each other of where they look and what they have selected. */
export class BoardAttention {
  readonly #page: Page;
  readonly #session: Session;
  #mine: Shown = { selected: [], view: null, call: null };

  constructor(page: Page, session: Session) {
    this.#page = page;
    this.#session = session;
  }

  get others(): readonly Other[] {
    return this.#page.attention.map(({ seatId, name, color, about }) => ({
      seatId,
      name,
      color,
      selected: isIds(about['selected']) ? about['selected'] : [],
      view: isView(about['view']) ? about['view'] : null,
    }));
  }

  /** The latest call of a leader who is here. Whether somebody is one, the session says, and not they themselves. */
  get call(): HeardCall | null {
    const calls = this.#page.attention.filter((each) => this.#leads(each)).flatMap(callOf);
    return calls.reduce<HeardCall | null>(
      (last, call) => (last === null || call.at > last.at ? call : last),
      null,
    );
  }

  show(shown: Partial<Shown>): void {
    const { selected, view, call } = { ...this.#mine, ...shown };
    this.#mine = {
      selected: selected.slice(0, SELECTION_SHOWN_MAX),
      view: view === null ? null : whole(view),
      call: call === null ? null : { ...call, view: whole(call.view) },
    };
    this.#page.showAttention({ ...this.#mine });
  }

  callHere(view: Box, object: ObjectId | null): void {
    this.show({ call: { at: this.#session.now(), view, object } });
  }

  leave(): void {
    this.#page.showAttention(null);
  }

  #leads({ seatId }: Attention): boolean {
    return this.#session.state.seats[seatId]?.leader === true;
  }
}

function callOf({ name, about }: Attention): readonly HeardCall[] {
  const { call } = about;
  if (typeof call !== 'object' || call === null) return [];
  const { at, view, object } = call as Readonly<Record<string, unknown>>;
  if (typeof at !== 'number' || !isView(view)) return [];
  return [{ name, at, view, object: isIds([object]) ? (object as ObjectId) : null }];
}

const isIds = (value: unknown): value is readonly ObjectId[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string' && id.length <= ID_LENGTH_MAX);

const isView = (value: unknown): value is Box =>
  Array.isArray(value) && value.length === 4 && value.every(Number.isFinite) && value[2] > 0 && value[3] > 0;

const whole = ([x, y, width, height]: Box): Box => [
  Math.round(x),
  Math.round(y),
  Math.max(1, Math.round(width)),
  Math.max(1, Math.round(height)),
];
