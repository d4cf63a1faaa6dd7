import { distance, type Point } from '#shared/geometry/box.ts';
import type { BoardState } from './board-state.ts';
import type { BoardSurface, PointerInput } from './board-surface.ts';
import { IDLE } from './idle.ts';
import { HOLD_MS } from './touching.ts';

/** Two presses within this time and distance are a double one. */
const DOUBLE = { ms: 400, px: { mouse: 6, pen: 12, touch: 24 } } as const;

interface Press {
  readonly at: Point;
  readonly time: number;
}

/** A pointer event before the machine has counted its presses. `time` in ms, of any clock that runs evenly. */
export interface RawPointer extends Omit<PointerInput, 'double'> {
  readonly time: number;
}

/** Leads pointers through the states. At most two take part in a gesture; what more fingers do is passed over. */
export class PointerMachine {
  readonly #board: BoardSurface;
  readonly #onChange: (state: BoardState) => void;
  #state: BoardState = IDLE;
  #pointers: readonly number[] = [];
  /** The first pointer of the gesture. */
  #leader: RawPointer['type'] = 'mouse';
  #lastPress: Press | null = null;
  #isDouble = false;
  #stopHolding: (() => void) | null = null;

  constructor(board: BoardSurface, onChange: (state: BoardState) => void = () => undefined) {
    this.#board = board;
    this.#onChange = onChange;
  }

  get state(): BoardState {
    return this.#state;
  }

  /** Two fingers are down. */
  get isPinching(): boolean {
    return this.#pointers.length > 1;
  }

  /** Whether the pointer takes part in the gesture that is going on. */
  has(id: number): boolean {
    return this.#pointers.includes(id);
  }

  press(pointer: RawPointer): void {
    if (this.has(pointer.id) || this.#isPalm(pointer)) return;
    // A hand comes to rest before its pen does; what it seemed to begin was nothing.
    if (pointer.type === 'pen' && this.#leader === 'touch' && this.#pointers.length > 0) this.cancel();
    if (this.#pointers.length >= 2) return;
    this.#isDouble = this.#pointers.length === 0 && this.#completesDouble(pointer);
    // The other button's press is no half of a double one.
    this.#lastPress = pointer.button === 0 ? { at: pointer.at, time: pointer.time } : null;
    const input = this.#input(pointer);
    if (this.#pointers.length === 0) {
      this.#pointers = [pointer.id];
      this.#leader = pointer.type;
      this.#enter(this.#state.press?.(input, this.#board) ?? this.#state);
      this.#stopHolding = this.#board.after(HOLD_MS, () => this.#held());
      return;
    }
    const follows = this.#state.pressSecond?.(input, this.#board);
    if (follows === undefined) return;
    this.#pointers = [...this.#pointers, pointer.id];
    this.#enter(follows);
  }

  move(pointer: RawPointer): void {
    if (this.has(pointer.id))
      this.#enter(this.#state.move?.(this.#input(pointer), this.#board) ?? this.#state);
  }

  release(pointer: RawPointer): void {
    if (!this.has(pointer.id)) return;
    this.#pointers = this.#pointers.filter((id) => id !== pointer.id);
    this.#enter(this.#state.release?.(this.#input(pointer), this.#board) ?? IDLE);
  }

  /** The browser has taken the pointer, Escape was pressed, the window has lost the focus: as if nothing had been begun. */
  cancel(): void {
    this.#pointers = [];
    this.#lastPress = null;
    this.#state.cancel?.(this.#board);
    this.#enter(IDLE);
  }

  /** Call when objects have come or gone, or the right to write has changed. */
  pageChanged(): void {
    if (this.#state.pageChanged === undefined) return;
    const follows = this.#state.pageChanged(this.#board);
    if (follows === null) this.#pointers = [];
    this.#enter(follows ?? IDLE);
  }

  /** While a pen is down, what touches the glass is the hand that holds it. */
  #isPalm({ type }: RawPointer): boolean {
    return type === 'touch' && this.#leader === 'pen' && this.#pointers.length > 0;
  }

  #held(): void {
    this.#enter(this.#state.held?.(this.#board) ?? this.#state);
  }

  #enter(state: BoardState): void {
    if (state === this.#state) return;
    this.#stopHolding?.();
    this.#stopHolding = null;
    this.#state = state;
    this.#onChange(state);
  }

  #input(pointer: RawPointer): PointerInput {
    return { ...pointer, double: this.#isDouble };
  }

  #completesDouble({ at, time, type, button }: RawPointer): boolean {
    const last = this.#lastPress;
    if (last === null || button !== 0 || this.#isDouble) return false;
    return time - last.time < DOUBLE.ms && distance(last.at, at) < DOUBLE.px[type];
  }
}
