import type { Attachment } from 'svelte/attachments';
import type { Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { BoardModel } from './board-model.svelte.ts';
import { commandOfKey } from './commands/all-commands.ts';
import { toBoard } from './core/camera.ts';
import { keyCommand } from './keys/key-commands.ts';
import { performKey } from './keys/perform-key.ts';
import type { RawPointer } from './tools/pointer-machine.ts';
import { samplesOf } from './tools/pointer-samples.ts';

/** Marks what minds its own pointers and keys: fields that are being written in. */
const NATIVE = '[data-native]';

/** A notch of a mouse wheel may be 100 or more; a pinch on a trackpad a few. One event zooms no further than this. */
const WHEEL_ZOOM = { perUnit: 0.01, most: 24 } as const;
/** Lines and pages of `WheelEvent.deltaMode`, in CSS pixels. */
const DELTA_UNIT: Readonly<Record<number, number>> = { 0: 1, 1: 20, 2: 400 };

/** Leads the hands to the board: pointers to its tools, the wheel to the eye, keys to commands. */
export const boardInput =
  (board: BoardModel): Attachment<HTMLElement> =>
  (ground) => {
    const input = new BoardInput(board, ground);
    return () => input.release();
  };

/** Safari's own pinch event on trackpads. */
interface GestureEvent extends UIEvent {
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

class BoardInput {
  readonly #board: BoardModel;
  readonly #ground: HTMLElement;
  readonly #listeners = new AbortController();
  /** A press while the space bar was down: it was for the hand, not for selecting. */
  #spaceUsed = false;
  #isTouched = false;
  #editingBefore: ObjectId | null = null;
  #gestureScale = 1;

  constructor(board: BoardModel, ground: HTMLElement) {
    this.#board = board;
    this.#ground = ground;
    this.#listenToPointers();
    this.#listenToKeys();
    this.#listenToWheel();
  }

  release(): void {
    this.#listeners.abort();
  }

  #listenToPointers(): void {
    const { signal } = this.#listeners;
    const ground = this.#ground;
    ground.addEventListener('pointerdown', (event) => this.#pressed(event), { signal });
    ground.addEventListener('pointermove', (event) => this.#moved(event), { signal });
    ground.addEventListener('pointerup', (event) => this.#board.pointers.release(this.#pointer(event)), {
      signal,
    });
    ground.addEventListener('pointercancel', (event) => this.#lost(event), { signal });
    ground.addEventListener('touchend', (event) => this.#touchEnded(event), { signal, passive: false });
    ground.addEventListener('pointerleave', () => this.#board.page.moveCursor(null), { signal });
    ground.addEventListener('click', (event) => this.#clicked(event), { signal });
    ground.addEventListener('contextmenu', (event) => this.#menuAsked(event), { signal });
    // A window that loses the focus in mid-gesture may never hear of its end; nor may a phone that falls asleep.
    window.addEventListener('blur', () => this.#board.interrupt(), { signal });
    document.addEventListener('visibilitychange', () => this.#board.interrupt(), { signal });
  }

  #listenToKeys(): void {
    const { signal } = this.#listeners;
    this.#ground.addEventListener('keydown', (event) => this.#keyPressed(event), { signal });
    this.#ground.addEventListener('keyup', (event) => this.#keyReleased(event), { signal });
    this.#ground.addEventListener('focusin', (event) => this.#focused(event), { signal });
  }

  #listenToWheel(): void {
    const options = { signal: this.#listeners.signal, passive: false };
    this.#ground.addEventListener('wheel', (event) => this.#wheeled(event), options);
    for (const type of ['gesturestart', 'gesturechange'])
      this.#ground.addEventListener(type, (event) => this.#pinched(event as GestureEvent), options);
    // Nothing scrolls inside the board; a browser that scrolls it to a focused field would shift it all.
    this.#ground.addEventListener('scroll', () => this.#ground.scrollTo(0, 0), options);
  }

  #pressed(event: PointerEvent): void {
    this.#editingBefore = this.#board.editing;
    if (isNative(event)) return;
    this.#spaceUsed = true;
    this.#isTouched = event.pointerType === 'touch';
    this.#board.nudge.finish();
    // Middle click would start the browser's own scrolling.
    if (event.button === 1) event.preventDefault();
    this.#ground.setPointerCapture(event.pointerId);
    this.#board.pointers.press(this.#pointer(event));
  }

  #moved(event: PointerEvent): void {
    const pointer = this.#pointer(event);
    this.#board.pointers.move(pointer);
    if (event.pointerType !== 'touch') this.#board.page.moveCursor(toBoard(this.#board.camera, pointer.at));
  }

  /** A touch is followed by the events of a mouse, whose press would take the focus from the field that the touch has opened. */
  #touchEnded(event: TouchEvent): void {
    const { editing } = this.#board;
    if (editing !== null && editing !== this.#editingBefore && event.cancelable) event.preventDefault();
  }

  #lost(event: PointerEvent): void {
    if (this.#board.pointers.has(event.pointerId)) this.#board.pointers.cancel();
  }

  /** Pointers have been dealt with; a click without one comes from assistive technology. */
  #clicked(event: MouseEvent): void {
    const id = cardOf(event.target);
    if (event.detail === 0 && id !== null && !isNative(event)) this.#board.edit(id);
  }

  #menuAsked(event: MouseEvent): void {
    if (isNative(event)) return;
    event.preventDefault();
    // A finger that rests has the menu when it is lifted.
    if (this.#isTouched) return;
    const at = this.#at(event);
    const id = this.#board.hit(at);
    if (id === null) this.#board.select([]);
    else if (!this.#board.selection.has(id)) this.#board.select(this.#board.together(id));
    this.#board.openMenuAt(at);
  }

  #keyPressed(event: KeyboardEvent): void {
    if (isNative(event)) return;
    const named = event.repeat ? null : commandOfKey(this.#board, event);
    if (named !== null) {
      event.preventDefault();
      event.stopPropagation();
      return named.run(this.#board);
    }
    const command = keyCommand(event);
    if (command === null) return;
    if (command.type === 'space' && !event.repeat) this.#spaceUsed = false;
    const place = cardOf(event.target) === null ? 'ground' : 'card';
    if (!performKey(this.#board, command, place)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #keyReleased(event: KeyboardEvent): void {
    if (event.key !== ' ' || !this.#board.spaceHeld) return;
    this.#board.spaceHeld = false;
    const id = cardOf(event.target);
    if (!this.#spaceUsed && id !== null) this.#board.toggle(id);
  }

  #focused(event: FocusEvent): void {
    const id = cardOf(event.target);
    if (id !== null) this.#board.focused = id;
  }

  #wheeled(event: WheelEvent): void {
    const zooms = event.ctrlKey || event.metaKey;
    if (!zooms && scrollsItself(event)) return;
    event.preventDefault();
    const unit = DELTA_UNIT[event.deltaMode] ?? 1;
    if (zooms) this.#board.eye.zoomAt(this.#at(event), zoomFactor(event.deltaY * unit));
    else this.#board.eye.pan(-event.deltaX * unit, -event.deltaY * unit);
  }

  #pinched(event: GestureEvent): void {
    event.preventDefault();
    if (event.type === 'gesturestart') this.#gestureScale = 1;
    else this.#board.eye.zoomAt(this.#at(event), event.scale / this.#gestureScale);
    this.#gestureScale = event.scale;
  }

  #at(event: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.#ground.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  #pointer(event: PointerEvent): RawPointer {
    const { left, top } = this.#ground.getBoundingClientRect();
    return {
      id: event.pointerId,
      type: event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse',
      at: [event.clientX - left, event.clientY - top],
      samples: samplesOf(event, [left, top]),
      button: event.button,
      adds: event.shiftKey || event.ctrlKey || event.metaKey,
      isEven: event.shiftKey,
      isFree: event.ctrlKey || event.metaKey,
      alone: event.altKey,
      time: event.timeStamp,
    };
  }
}

const zoomFactor = (delta: number): number =>
  Math.exp(-Math.max(-WHEEL_ZOOM.most, Math.min(WHEEL_ZOOM.most, delta)) * WHEEL_ZOOM.perUnit);

const elementOf = (target: EventTarget | null): Element | null => (target instanceof Element ? target : null);

const nativeOf = (event: Event): Element | null => elementOf(event.target)?.closest(NATIVE) ?? null;

const isNative = (event: Event): boolean => nativeOf(event) !== null;

/** The card that the event came from, also from within it. */
const cardOf = (target: EventTarget | null): ObjectId | null =>
  (elementOf(target)?.closest<HTMLElement>('[data-card]')?.dataset['card'] as ObjectId | undefined) ?? null;

/** A long text that is being written scrolls before the board moves. */
function scrollsItself(event: WheelEvent): boolean {
  const field = nativeOf(event);
  return field !== null && field.scrollHeight > field.clientHeight;
}
