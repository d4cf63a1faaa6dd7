import * as Y from 'yjs';
import type { PageLink, PageLinkListener } from '#client/connection/page-link.ts';
import { touchedFields, type Touched } from '#client/connection/page-touched.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import { objectsOf, readObject } from '#shared/content/page-document.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { OrderKey } from '#shared/kernel/order-key.ts';
import { hostTexts } from './bind-text-host.ts';
import { RecordSignals, Signal } from './object-signal.ts';
import { PageOrder } from './page-model-order.ts';
import { UnknownKinds } from './page-model-unknown.ts';
import { PageUndo } from './undo.ts';

/** Makes the link of a document; the model of a page decides to what. */
export type OpenLink = (doc: Y.Doc, listener: PageLinkListener) => PageLink;

export interface ReplicaListener {
  /** Objects have changed, come or gone. */
  onObjects(ids: readonly ObjectId[]): void;
  onRejected: PageLinkListener['onRejected'];
  /** A text was longer than a field holds, and was left out whole. */
  onTextRefused(): void;
  /** A step of undo was skipped, because others have changed its target since. */
  onOvertaken(): void;
  now(): number;
}

/**
 * This client's copy of a page's document, readable object by object and reactive likewise. It lives as long as the copy may be
 * kept: when the page is restored from a backup, or the person is shown out, a new one takes its place.
 */
export class PageReplica {
  readonly doc = new Y.Doc();
  readonly link: PageLink;
  readonly undo: PageUndo;
  readonly #objects = new RecordSignals((id) => this.#read(id));
  readonly #order = new PageOrder();
  readonly #idsChanged = new Signal();
  readonly #unknown = new UnknownKinds();
  readonly #linkChanged = new Signal();
  readonly #undoChanged = new Signal();

  constructor(openLink: OpenLink, listener: ReplicaListener) {
    objectsOf(this.doc).observeDeep((events) => listener.onObjects(this.#changed(touchedFields(events))));
    this.undo = new PageUndo(this.doc, {
      onChange: () => this.#undoChanged.wake(),
      onOvertaken: () => listener.onOvertaken(),
      now: () => listener.now(),
    });
    hostTexts(this.doc, {
      onRefused: () => listener.onTextRefused(),
      undo: () => this.undo.undo(),
      redo: () => this.undo.redo(),
      breakTyping: () => this.undo.breakTyping(),
    });
    this.link = openLink(this.doc, {
      onChange: () => this.#linkChanged.wake(),
      onRejected: (code) => listener.onRejected(code),
    });
  }

  get ids(): readonly ObjectId[] {
    this.#idsChanged.track();
    return this.#order.ids;
  }

  /** How many objects are of a kind that this version of the program does not know. */
  get unknown(): number {
    this.#idsChanged.track();
    return this.#unknown.count;
  }

  /** What lies in the bin, the latest first; reactive to what comes and goes. */
  get bin(): readonly BoardObject[] {
    this.#idsChanged.track();
    return [...objectsOf(this.doc)]
      .flatMap(([id, map]) => readObject(id, map) ?? [])
      .filter(({ deletedAt }) => deletedAt !== null)
      .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
  }

  /** Keys for objects that are to come last, in their order. */
  keysAtEnd(count: number): readonly OrderKey[] {
    return this.#order.keysAtEnd(count);
  }

  /** The keys that put an object ahead of another, or last. */
  keysToMove(id: ObjectId, before: ObjectId | null): ReadonlyMap<ObjectId, OrderKey> {
    return this.#order.keysToMove(id, before);
  }

  object(id: string): BoardObject | null {
    return this.#objects.get(id);
  }

  /** The object when it lies in the bin. */
  binned(id: string): BoardObject | null {
    const object = readObject(id, objectsOf(this.doc).get(id));
    return object === null || object.deletedAt === null ? null : object;
  }

  /** The object without asking to be told of changes. */
  peek(id: string): BoardObject | null {
    return this.#objects.peek(id);
  }

  /** The ids without asking to be told of changes. */
  peekIds(): readonly ObjectId[] {
    return this.#order.ids;
  }

  /** The link, reactively. */
  get live(): PageLink {
    this.#linkChanged.track();
    return this.link;
  }

  /** The undo history, reactively. */
  get history(): PageUndo {
    this.#undoChanged.track();
    return this.undo;
  }

  destroy(): void {
    this.undo.destroy();
    this.link.destroy();
    this.doc.destroy();
  }

  #changed(touched: readonly Touched[]): readonly ObjectId[] {
    const ids = [...new Set(touched.map(({ id }) => id as ObjectId))];
    for (const id of ids) this.#objects.changed(id);
    const moved = ids.filter((id) => this.#order.place(id, this.peek(id)?.order ?? null));
    const newcomers = ids.filter((id) => this.#unknown.look(id, objectsOf(this.doc).get(id)));
    if (moved.length + newcomers.length > 0) this.#idsChanged.wake();
    return ids;
  }

  #read(id: string): BoardObject | null {
    const object = readObject(id, objectsOf(this.doc).get(id));
    return object?.deletedAt === null ? object : null;
  }
}
