import { SvelteMap } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import type { Box } from '#shared/content/board-object.ts';
import type { ObjectId, SeatId } from '#shared/kernel/ids.ts';
import { Signal } from './object-signal.ts';
import { parseShown, type Shown } from './page-model-shown.ts';
import type { Attention, Cursor, ShownLine } from './types.ts';

/** Often enough for a pointer to seem to glide; each message costs every other screen a little. */
const SEND_INTERVAL_MS = 80;
/** The document's last word on a drag takes a moment longer than presence; without this the object would jump back and forth. */
const LINGER_MS = 500;

/** A drag of more than this is shown in part: presence is sent whole each time, and the server takes no state above 1 kB. */
const DRAG_SHOWN_MAX = 16;

interface Person {
  readonly name: string;
  readonly color: number;
}

/** Pointers and drags: shown at once, forgotten at once, never in the document. */
export class PagePresence {
  /** Reactive by key: reading one object's box waits for that object only. */
  readonly liveBoxes = new SvelteMap<ObjectId, Box>();
  readonly #awareness: Awareness;
  readonly #person: (seat: SeatId) => Person | null;
  readonly #cursorsChanged = new Signal();
  readonly #inkChanged = new Signal();
  #hasInk = false;
  #mine: Shown;
  #sentAt = 0;
  #sendTimer: ReturnType<typeof setTimeout> | undefined;
  #lingerTimer: ReturnType<typeof setTimeout> | undefined;
  #dryTimer: ReturnType<typeof setTimeout> | undefined;

  /** `person` names a seat; `null` for one that is not in the workshop (any more). */
  constructor(awareness: Awareness, seat: SeatId, person: (seat: SeatId) => Person | null) {
    this.#awareness = awareness;
    this.#person = person;
    this.#mine = {
      user: { seat },
      cursor: null,
      drag: null,
      ink: null,
      about: null,
    };
    awareness.setLocalState({ ...this.#mine });
    awareness.on('change', this.#othersChanged);
  }

  /** Everybody else's pointers, other tabs of one's own left out. */
  get cursors(): readonly Cursor[] {
    this.#cursorsChanged.track();
    return this.#others().flatMap(({ user: { seat }, cursor }) => {
      const person = this.#person(seat);
      if (cursor === null || person === null) return [];
      return [{ seatId: seat, ...person, x: cursor[0], y: cursor[1] }];
    });
  }

  moveCursor(position: readonly [x: number, y: number] | null): void {
    const cursor = position === null ? null : ([Math.round(position[0]), Math.round(position[1])] as const);
    if (this.#mine.cursor?.[0] === cursor?.[0] && this.#mine.cursor?.[1] === cursor?.[1]) return;
    this.#show({ ...this.#mine, cursor });
  }

  /** What everybody else who has a board on screen attends to, once each whatever their tabs. */
  get attention(): readonly Attention[] {
    this.#cursorsChanged.track();
    const bySeat = new Map(this.#others().map(({ user: { seat }, about }) => [seat, about]));
    return [...bySeat].flatMap(([seatId, about]) => {
      const person = this.#person(seatId);
      return person === null || about === null ? [] : [{ seatId, ...person, about }];
    });
  }

  showAttention(about: Attention['about'] | null): void {
    this.#show({ ...this.#mine, about });
  }

  showDrag(boxes: ReadonlyMap<ObjectId, Box> | null): void {
    clearTimeout(this.#lingerTimer);
    if (boxes !== null) this.#show({ ...this.#mine, drag: shownPart(boxes) });
    else if (this.#mine.drag !== null)
      this.#lingerTimer = setTimeout(() => this.#show({ ...this.#mine, drag: null }), LINGER_MS);
  }

  /** What others draw and point with, each as its author last told. */
  get inkShown(): readonly ShownLine[] {
    this.#inkChanged.track();
    return this.#othersByClient().flatMap(([sender, { user, ink }]) => {
      const person = this.#person(user.seat);
      return ink === null || person === null ? [] : [{ sender, color: person.color, ink }];
    });
  }

  showInk(ink: object | null): void {
    clearTimeout(this.#dryTimer);
    if (ink !== null) this.#show({ ...this.#mine, ink: { ...ink } });
    else if (this.#mine.ink !== null)
      this.#dryTimer = setTimeout(() => this.#show({ ...this.#mine, ink: null }), LINGER_MS);
  }

  destroy(): void {
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#dryTimer);
    clearTimeout(this.#lingerTimer);
    this.#awareness.off('change', this.#othersChanged);
  }

  #show(shown: Shown): void {
    this.#mine = shown;
    const rest = this.#sentAt + SEND_INTERVAL_MS - Date.now();
    if (rest <= 0) this.#send();
    else this.#sendTimer ??= setTimeout(() => this.#send(), rest);
  }

  #send(): void {
    clearTimeout(this.#sendTimer);
    this.#sendTimer = undefined;
    this.#sentAt = Date.now();
    this.#awareness.setLocalState({ ...this.#mine });
  }

  readonly #othersChanged = (_changes: unknown, origin: unknown): void => {
    if (origin === 'local') return;
    this.#cursorsChanged.wake();
    const others = this.#others();
    this.#hearInk(others.some(({ ink }) => ink !== null));
    const dragged = new Map(others.flatMap(({ drag }) => Object.entries(drag ?? {})));
    for (const id of this.liveBoxes.keys()) if (!dragged.has(id)) this.liveBoxes.delete(id);
    for (const [id, box] of dragged)
      if (!isSameBox(this.liveBoxes.get(id as ObjectId), box)) this.liveBoxes.set(id as ObjectId, box);
  };

  /** Most of the time nobody draws, and pointers that move are none of its readers' business. */
  #hearInk(hasInk: boolean): void {
    if (hasInk || this.#hasInk) this.#inkChanged.wake();
    this.#hasInk = hasInk;
  }

  #others(): readonly Shown[] {
    return this.#othersByClient().map(([, shown]) => shown);
  }

  #othersByClient(): readonly (readonly [client: number, Shown])[] {
    return [...this.#awareness.getStates()].flatMap(([client, state]) => {
      const shown = client === this.#awareness.clientID ? null : parseShown(state);
      return shown === null || shown.user.seat === this.#mine.user.seat ? [] : [[client, shown] as const];
    });
  }
}

const shownPart = (boxes: ReadonlyMap<ObjectId, Box>): Readonly<Record<string, Box>> =>
  Object.fromEntries([...boxes].slice(0, DRAG_SHOWN_MAX).map(([id, box]) => [id, rounded(box)]));

const rounded = ([x, y, width, height]: Box): Box => [Math.round(x), Math.round(y), width, height];

const isSameBox = (a: Box | undefined, b: Box): boolean =>
  a !== undefined && a.every((side, i) => side === b[i]);
