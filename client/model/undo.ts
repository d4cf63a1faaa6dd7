import * as Y from 'yjs';
import { touchedFields, type Touched } from '#client/connection/page-touched.ts';
import { isKind } from '#shared/content/board-object.ts';
import { objectsOf, type ObjectMap } from '#shared/content/page-document.ts';
import { SETTING, TYPING } from './undo-origin.ts';

/** Typing that pauses this long is two steps. */
const TYPING_PAUSE_MS = 1_000;

/** A value set on one key of one object; `undefined` takes the key away. */
export interface ValueChange {
  readonly id: string;
  readonly key: string;
  readonly value: unknown;
}

interface Entry {
  readonly id: string;
  readonly key: string;
  /** What taking the step back sets. */
  readonly back: unknown;
  /** What was set. */
  readonly value: unknown;
  /** Taking back the making of an object takes everything in it, so a change anywhere in the object counts as one of this. */
  readonly made: boolean;
  /** Somebody else has changed the same thing since: it is no longer ours to take back. */
  overtaken: boolean;
}

type Step =
  | { readonly kind: 'values'; readonly entries: readonly Entry[] }
  | { readonly kind: 'typing'; readonly ids: readonly string[] }
  /** What one command did in several ways. */
  | { readonly kind: 'several'; readonly steps: readonly Step[] };

/**
 * What this person did, one step per gesture, to take back and to do again; never what others did.
 *
 * Typing goes through `Y.UndoManager`, which takes back exactly the characters one typed. Values cannot: undoing a map key
 * that somebody else has set since, it either does nothing and goes on to undo an older step, or (after two undos) sets the key to
 * what it was before the other person's change. So values keep a history of their own, in which every change by others
 * marks what it overtook. And taking back the making of an object bins it: a map that is deleted takes with it what others are writing there.
 */
export class PageUndo {
  readonly #doc: Y.Doc;
  readonly #typing: Y.UndoManager;
  readonly #onChange: () => void;
  readonly #onOvertaken: () => void;
  readonly #now: () => number;
  #undoSteps: Step[] = [];
  #redoSteps: Step[] = [];
  #touched: readonly Touched[] = [];

  /** `onOvertaken` is called when a step is skipped, whole or in part, because others have changed its target since. */
  constructor(doc: Y.Doc, options: { onChange: () => void; onOvertaken: () => void; now: () => number }) {
    this.#doc = doc;
    this.#onChange = options.onChange;
    this.#onOvertaken = options.onOvertaken;
    this.#now = options.now;
    const objects = objectsOf(doc);
    // Before the undo manager is made: observers run before its own, so `#touched` tells what the typed step is about.
    objects.observeDeep((events, { origin }) => {
      this.#touched = touchedFields(events);
      if (origin !== TYPING && origin !== SETTING && origin !== this.#typing) this.#overtake(this.#touched);
    });
    this.#typing = new Y.UndoManager(objects, {
      trackedOrigins: new Set([TYPING]),
      captureTimeout: TYPING_PAUSE_MS,
    });
    this.#typing.on('stack-item-added', ({ type }) => {
      const isNew = type === 'undo' && !this.#typing.redoing;
      if (isNew) this.#did({ kind: 'typing', ids: this.#touched.map(({ id }) => id) });
    });
  }

  get canUndo(): boolean {
    return this.#undoSteps.length > 0;
  }

  get canRedo(): boolean {
    return this.#redoSteps.length > 0;
  }

  /** Sets values as one step. Values that are so already are left alone. */
  set(changes: readonly ValueChange[]): void {
    const entries = this.#entriesFor(changes);
    if (entries.length === 0) return;
    this.#write(entries, 'value');
    this.#did({ kind: 'values', entries });
  }

  /** Makes objects as one step; each of `portions` adds some of them to the document, in an update of its own. */
  make(ids: readonly string[], ...portions: readonly (() => void)[]): void {
    for (const portion of portions) this.#doc.transact(portion, SETTING);
    const entries = ids.map((id) => ({
      id,
      key: 'deletedAt',
      back: BINNED,
      value: undefined,
      made: true,
      overtaken: false,
    }));
    this.#did({ kind: 'values', entries });
  }

  /** Takes objects out of the bin as one step. */
  restore(ids: readonly string[]): void {
    const entries = ids
      .filter((id) => this.#map(id) !== undefined && !this.#isOnPage(id))
      .map((id) => ({
        id,
        key: 'deletedAt',
        back: this.#value(id, 'deletedAt'),
        value: undefined,
        made: false,
        overtaken: false,
      }));
    if (entries.length === 0) return;
    this.#write(entries, 'value');
    this.#did({ kind: 'values', entries });
  }

  /** All that is done within is one step, as one command looks to the person. */
  asOne(act: () => void): void {
    const before = this.#undoSteps;
    this.#undoSteps = [];
    try {
      act();
    } finally {
      const steps = this.#undoSteps;
      this.#undoSteps = before;
      if (steps.length > 0) this.#did({ kind: 'several', steps });
    }
  }

  /** What is typed from now on is a step of its own. */
  breakTyping(): void {
    this.#typing.stopCapturing();
  }

  undo(): void {
    this.#skipVain('undo');
    const step = this.#undoSteps.pop();
    if (step === undefined) return this.#onChange();
    const undone = this.#takeBack(step);
    if (undone !== null) this.#redoSteps.push(undone);
    this.#onChange();
  }

  redo(): void {
    this.#skipVain('redo');
    const step = this.#redoSteps.pop();
    if (step === undefined) return this.#onChange();
    const redone = this.#doAgain(step);
    if (redone !== null) this.#undoSteps.push(redone);
    this.#onChange();
  }

  destroy(): void {
    this.#typing.destroy();
  }

  #entriesFor(changes: readonly ValueChange[]): readonly Entry[] {
    return changes.flatMap(({ id, key, value }) => {
      const back = this.#value(id, key);
      return this.#isOnPage(id) && !isSame(back, value)
        ? [{ id, key, back, value, made: false, overtaken: false }]
        : [];
    });
  }

  #did(step: Step): void {
    this.#undoSteps.push(step);
    this.#redoSteps = [];
    this.#typing.clear(false, true);
    if (step.kind === 'values') this.breakTyping();
    this.#onChange();
  }

  #takeBack(step: Step): Step | null {
    if (step.kind === 'typing') return this.#popTyping(step, 'undoStack');
    if (step.kind === 'several') return several(step.steps.toReversed().map((part) => this.#takeBack(part)));
    return this.#setBack(step.entries, 'back');
  }

  #doAgain(step: Step): Step | null {
    if (step.kind === 'typing') return this.#popTyping(step, 'redoStack');
    if (step.kind === 'several') return several(step.steps.toReversed().map((part) => this.#doAgain(part)));
    return this.#setBack(step.entries, 'value');
  }

  #setBack(entries: readonly Entry[], side: 'back' | 'value'): Step | null {
    const ours = entries.filter(({ id, overtaken }) => !overtaken && objectsOf(this.#doc).has(id));
    if (ours.length < entries.length) this.#onOvertaken();
    if (ours.length === 0) return null;
    this.#write(ours, side);
    return { kind: 'values', entries: ours };
  }

  /** What was typed and erased again without a pause is a step in which nothing happened, and taking it back would look like a fault. */
  #skipVain(way: 'undo' | 'redo'): void {
    const steps = way === 'undo' ? this.#undoSteps : this.#redoSteps;
    const stack = way === 'undo' ? this.#typing.undoStack : this.#typing.redoStack;
    while (steps.at(-1)?.kind === 'typing' && isVain(stack.at(-1))) {
      steps.pop();
      stack.pop();
    }
  }

  /** `Y.UndoManager` goes on to older steps until one has an effect, so the older ones are held out of its reach. */
  #popTyping(step: Step & { kind: 'typing' }, stack: 'undoStack' | 'redoStack'): Step | null {
    const older = this.#typing[stack].splice(0, this.#typing[stack].length - 1);
    const gone = step.ids.every((id) => !this.#isOnPage(id));
    if (gone) this.#typing[stack].pop();
    const popped = stack === 'undoStack' ? this.#typing.undo() : this.#typing.redo();
    this.#typing[stack].unshift(...older);
    if (popped !== null) return step;
    this.#onOvertaken();
    return null;
  }

  #overtake(touched: readonly Touched[]): void {
    for (const step of [...this.#undoSteps, ...this.#redoSteps].flatMap(partsOf)) {
      if (step.kind !== 'values') continue;
      for (const entry of step.entries)
        entry.overtaken ||= touched.some(
          ({ id, key }) => id === entry.id && (entry.made || key === entry.key),
        );
    }
  }

  #write(entries: readonly Entry[], side: 'back' | 'value'): void {
    this.#doc.transact(() => {
      for (const entry of entries) this.#put(entry, entry[side]);
    }, SETTING);
  }

  #put({ id, key }: Entry, value: unknown): void {
    const object = this.#map(id);
    if (value === undefined) object?.delete(key);
    else object?.set(key, value === BINNED ? this.#now() : value);
  }

  #value(id: string, key: string): unknown {
    return this.#map(id)?.get(key);
  }

  /** What a newer version of the program has made is not ours to change. */
  #isOnPage(id: string): boolean {
    const object = this.#map(id);
    return object !== undefined && isKind(object.get('kind')) && typeof object.get('deletedAt') !== 'number';
  }

  #map(id: string): ObjectMap | undefined {
    const object: unknown = objectsOf(this.#doc).get(id);
    return object instanceof Y.Map ? (object as ObjectMap) : undefined;
  }
}

const partsOf = (step: Step): readonly Step[] =>
  step.kind === 'several' ? step.steps.flatMap(partsOf) : [step];

/** A step of what could be taken back, in the order that turns it again; `null` when nothing could. */
function several(parts: readonly (Step | null)[]): Step | null {
  const steps = parts.filter((part) => part !== null);
  return steps.length === 0 ? null : { kind: 'several', steps };
}

type TypedStep = Y.UndoManager['undoStack'][number];

const isVain = (typed: TypedStep | undefined): boolean =>
  typed !== undefined && Y.equalDeleteSets(typed.insertions, typed.deletions);

/** Stands for the time of binning, which is when the step is taken back and not when the object was made. */
const BINNED = Symbol('binned');

/** Boxes are arrays; everything else that people set is a string or a number. */
const isSame = (a: unknown, b: unknown): boolean =>
  a === b ||
  (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, i) => part === b[i]));
