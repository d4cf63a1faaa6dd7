import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';

/** What a change did to the document: the bytes for the log and for everyone, in Yjs V1 encoding, and where it has taken every client's clock. */
export interface Change {
  readonly update: Uint8Array;
  readonly stateAfter: ReadonlyMap<number, number>;
}

/** A change and, when it was undone at once, why. */
export interface Outcome<R> {
  /** `null` when nothing has changed. */
  readonly change: Change | null;
  readonly refusal: R | null;
}

/**
 * A page in memory. Whatever changes it is judged inside its own transaction; a change that is refused is undone before anybody sees it,
 * and both halves leave as one update: to everyone else nothing has happened, and the offender's replica corrects itself.
 * (Refusing to apply it instead would leave that client a step ahead for ever, unable to write.)
 */
export class LivePage {
  readonly doc: Y.Doc;
  readonly #undo: Y.UndoManager;
  readonly #refused = Symbol('refused');
  /** What the transactions under way have written, oldest first. */
  #written: Y.Transaction[] = [];
  #updates: Uint8Array[] = [];

  /** `load` brings in the stored state; `clientId` then gives the id the server writes under. */
  constructor(load: (doc: Y.Doc) => void, clientId: (doc: Y.Doc) => number) {
    this.doc = new Y.Doc({ gc: true });
    // Gives the root its type; without it Yjs would not know that this is a map until somebody asks.
    objectsOf(this.doc);
    load(this.doc);
    this.doc.clientID = clientId(this.doc);
    this.#undo = new Y.UndoManager(this.doc, { trackedOrigins: new Set([this.#refused]), captureTimeout: 0 });
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      this.#updates.push(update);
      this.#written.push(transaction);
    });
  }

  /**
   * Runs `act` as one transaction and asks `judge` for a reason to refuse what it did; `judge` is not asked when nothing has changed.
   * Throws `ChangeFailed` when either throws, after undoing what was done.
   */
  change<R>(act: (doc: Y.Doc) => void, judge: (transaction: Y.Transaction) => R | null): Outcome<R> {
    const verdict = this.doc.transact((transaction) => {
      const reached = tryOut(transaction, act, judge);
      // The undo manager keeps what this transaction deletes, and only then.
      if (reached.mustUndo) transaction.origin = this.#refused;
      return reached;
    });
    if (verdict.mustUndo) this.#takeBack();
    const change = this.#collect();
    if (verdict.failure !== null) throw new ChangeFailed(change, verdict.failure.error);
    return { change, refusal: verdict.refusal };
  }

  #takeBack(): void {
    this.#undo.undo();
    this.#undo.clear();
    // Undo marks what it touches as not to be collected. Nothing is ever redone here, so it is collected now.
    const [...written] = this.#written;
    for (const transaction of written) releaseAll(transaction);
    for (const { deleteSet } of written) Y.tryGc(deleteSet, this.doc.store, () => true);
  }

  #collect(): Change | null {
    const [updates, last] = [this.#updates, this.#written.at(-1)];
    this.#updates = [];
    this.#written = [];
    const [first] = updates;
    if (first === undefined || last === undefined) return null;
    return {
      update: updates.length === 1 ? first : Y.mergeUpdates(updates),
      stateAfter: last.afterState,
    };
  }
}

/** The change could not be made; what it had done so far has been undone, which is a change too. */
export class ChangeFailed extends Error {
  readonly change: Change | null;

  constructor(change: Change | null, cause: unknown) {
    super('change failed', { cause });
    this.change = change;
  }
}

interface Verdict<R> {
  readonly mustUndo: boolean;
  readonly refusal: R | null;
  readonly failure: { readonly error: unknown } | null;
}

function tryOut<R>(
  transaction: Y.Transaction,
  act: (doc: Y.Doc) => void,
  judge: (transaction: Y.Transaction) => R | null,
): Verdict<R> {
  try {
    act(transaction.doc);
    const refusal = hasChanged(transaction) ? judge(transaction) : null;
    return { mustUndo: refusal !== null, refusal, failure: null };
  } catch (error) {
    return { mustUndo: true, refusal: null, failure: { error } };
  }
}

function hasChanged(transaction: Y.Transaction): boolean {
  if (transaction.deleteSet.clients.size > 0) return true;
  for (const [client, structs] of transaction.doc.store.clients) {
    const last = structs.at(-1);
    if (last !== undefined && last.id.clock + last.length > (transaction.beforeState.get(client) ?? 0))
      return true;
  }
  return false;
}

/** An item that is kept has its parents kept, all the way up. */
function release(struct: Y.Item | Y.GC): void {
  if (!(struct instanceof Y.Item)) return;
  // Where it was restored to matters while it is; left here, a later undo would take it for one of its own.
  struct.redone = null;
  for (let item: Y.Item | null = struct; item?.keep === true; item = parentOf(item)) item.keep = false;
}

const parentOf = (item: Y.Item): Y.Item | null =>
  item.parent instanceof Y.AbstractType ? item.parent._item : null;

/** What the transaction has deleted and what it has made. */
function releaseAll({ doc, deleteSet, beforeState, afterState }: Y.Transaction): void {
  for (const [client, ranges] of deleteSet.clients)
    for (const { clock, len } of ranges) releaseRange(doc, client, clock, clock + len);
  for (const [client, end] of afterState) releaseRange(doc, client, beforeState.get(client) ?? 0, end);
}

/** Whole items, without splitting them: of two halves both would be kept, and only one of them let go. */
function releaseRange({ store }: Y.Doc, client: number, start: number, end: number): void {
  const structs = store.clients.get(client);
  if (structs === undefined || start >= end) return;
  for (let index = Y.findIndexSS(structs, start); index < structs.length; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) return;
    release(struct);
  }
}
