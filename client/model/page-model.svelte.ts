import * as Y from 'yjs';
import { copyKey, copyName, eraseCopies } from '#client/connection/page-copies.ts';
import { StoredEpoch } from '#client/connection/page-epoch.ts';
import type { PageClosed } from '#client/connection/page-link.ts';
import { fetchStateFrom } from '#client/connection/page-state.ts';
import { PageSync } from '#client/connection/page-sync.ts';
import {
  KINDS,
  type BoardObject,
  type Box,
  type FieldValue,
  type Kind,
} from '#shared/content/board-object.ts';
import { addObject, objectsOf, proseOf, type NewObject } from '#shared/content/page-document.ts';
import { placeBeside } from '#shared/geometry/place-beside.ts';
import type { ObjectId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { OBJECT_TEXT_MAX, PAGE_OBJECTS_MAX } from '#shared/protocol/limits.ts';
import { CLOSE } from '#shared/protocol/sync.ts';
import { pageAccess, type Access } from '#shared/session/permission.ts';
import { textEdit } from './bind-text-diff.ts';
import { ClosedLink } from './page-model-closed-link.ts';
import { newObjectId } from './new-object-id.ts';
import { portionsOf } from './page-model-portions.ts';
import { PagePresence } from './page-model-presence.ts';
import { personColor } from './page-model-person.ts';
import { refusalOf } from './page-model-refusal.ts';
import { PageReplica, type OpenLink } from './page-model-replica.ts';
import { PageWatchers } from './page-model-watchers.ts';
import { saveStateOf } from './page-model-save-state.ts';
import type {
  Addition,
  Attention,
  Cursor,
  EarlierPage,
  ObjectChange,
  Page,
  PageNotice,
  SaveState,
  Session,
  ShownLine,
} from './types.ts';
import type { ValueChange } from './undo.ts';
import { TYPING } from './undo-origin.ts';

/** In a bigger room, everybody's pointers are a swarm that helps nobody and costs every phone. */
const POINTERS_UP_TO = 25;
/** Longer than the session's news of a permission and the sync server's are ever apart. */
const NEWS_LAG_MS = 2_000;

const boxChange = (id: ObjectId, box: Box): ValueChange => ({ id, key: 'box', value: box.map(Math.round) });

const valueChanges = (changes: readonly ObjectChange[]): readonly ValueChange[] =>
  changes.flatMap(({ id, box, fields = {} }) => [
    ...(box === undefined ? [] : [boxChange(id, box)]),
    ...Object.entries(fields).map(([key, value]) => ({ id, key, value })),
  ]);

export interface PageModelOptions {
  readonly pageId: string;
  readonly session: Session;
  readonly openLink: OpenLink;
  /** Deletes this device's copies of the pages that may not be kept, open or not. */
  readonly eraseCopies?: (mayKeep: (pageId: string) => boolean) => void;
}

/** Opens a page of the workshop and keeps it in step with the server until it is closed. */
export function openPage(options: { workshopId: WorkshopId; pageId: string; session: Session }): Page {
  const { workshopId, pageId, session } = options;
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const key = copyKey(workshopId, pageId, session.seatId);
  return new PageModel({
    pageId,
    session,
    eraseCopies: (mayKeep) => void eraseCopies(workshopId, session.seatId, mayKeep),
    openLink: (doc, listener) =>
      new PageSync({
        serverUrl: `${scheme}://${location.host}/sync`,
        workshop: workshopId,
        page: pageId,
        doc,
        listener,
        epochs: new StoredEpoch(key),
        copyName: (epoch) => copyName(key, epoch),
        fetchState: fetchStateFrom(workshopId, pageId),
      }),
  });
}

/** One page as the views see it: the document read object by object, and every change a person can make to it. */
export class PageModel implements Page {
  readonly pageId: string;
  readonly #session: Session;
  readonly #openLink: OpenLink;
  readonly #eraseCopies: (mayKeep: (pageId: string) => boolean) => void;
  #replica: PageReplica;
  #presence: PagePresence;
  #notice = $state.raw<PageNotice | null>(null);
  #pointersWanted = $state<boolean | null>(null);
  #earlier = $state.raw<EarlierPage | null>(null);
  readonly #watchers = new PageWatchers();
  readonly #stopFollowing: () => void;
  /** Whether the session has told, since the page was closed, that this seat may not read it. */
  #wasShut = false;
  /** Doubles with each return that is turned away although the session knows of no reason. */
  #returnAfterMs = NEWS_LAG_MS;

  constructor({ pageId, session, openLink, eraseCopies }: PageModelOptions) {
    this.pageId = pageId;
    this.#session = session;
    this.#openLink = openLink;
    this.#eraseCopies = eraseCopies ?? (() => undefined);
    this.#replica = $state.raw(this.#openReplica(openLink));
    this.#presence = $state.raw(this.#openPresence());
    this.#stopFollowing = $effect.root(() => {
      $effect(() => this.#followAccess());
      $effect(() => this.#eraseCopies((page) => this.#mayKeep(page)));
      $effect(() => this.#startOverAfterRestore());
    });
    if (typeof window !== 'undefined') window.addEventListener('beforeunload', this.#warnOfLoss);
  }

  get status(): Page['status'] {
    if (this.refusal !== null) return 'refused';
    return this.#replica.live.loaded ? 'ready' : 'loading';
  }

  get refusal(): Page['refusal'] {
    return refusalOf(this.#replica.live.closed, this.#access);
  }

  get save(): SaveState {
    return saveStateOf(this.#replica.live);
  }

  get canWrite(): boolean {
    return this.status === 'ready' && this.#access.write && this.#replica.live.write !== false;
  }

  get leads(): boolean {
    return this.#session.me.leader;
  }

  get notice(): PageNotice | null {
    return this.#notice;
  }

  dismissNotice(): void {
    this.#notice = null;
    this.#earlier = null;
  }

  get earlier(): EarlierPage | null {
    return this.#earlier;
  }

  get ids(): readonly ObjectId[] {
    return this.#replica.ids;
  }

  get unknown(): number {
    return this.#replica.unknown;
  }

  object(id: ObjectId): BoardObject | null {
    return this.#replica.object(id);
  }

  peek(id: ObjectId): BoardObject | null {
    return this.#replica.peek(id);
  }

  watch(listener: (ids: readonly ObjectId[]) => void): () => void {
    return this.#watchers.add(listener);
  }

  prose(id: ObjectId, key: string): Y.Text | null {
    const map: unknown = objectsOf(this.#replica.doc).get(id);
    return map instanceof Y.Map ? proseOf(map, key) : null;
  }

  add(
    kind: Kind,
    options: { readonly box?: Box; readonly fields?: Readonly<Record<string, FieldValue>> } = {},
  ): ObjectId {
    const id = newObjectId();
    if (!this.#mayWrite() || !this.#hasRoom(1)) return id;
    this.#make([{ ...options, id, kind, box: options.box ?? this.#freeBox(kind) }]);
    return id;
  }

  addAll(additions: readonly Addition[]): readonly ObjectId[] {
    if (!this.#mayWrite() || !this.#hasRoom(additions.length)) return [];
    return this.#make(additions);
  }

  asOne(act: () => void): void {
    if (this.#mayWrite()) this.#replica.undo.asOne(act);
  }

  setBox(id: ObjectId, box: Box): void {
    this.#set([boxChange(id, box)]);
  }

  setBoxes(boxes: ReadonlyMap<ObjectId, Box>): void {
    this.#set([...boxes].map(([id, box]) => boxChange(id, box)));
  }

  setField(id: ObjectId, key: string, value: FieldValue): void {
    if (!this.#mayWrite()) return;
    if (typeof value === 'string' && value.length > OBJECT_TEXT_MAX) return this.#tell('too-large');
    const text = this.prose(id, key);
    if (text === null) this.#set([{ id, key, value }]);
    else if (typeof value === 'string') this.#retype(text, value);
  }

  setFields(ids: readonly ObjectId[], key: string, value: FieldValue): void {
    this.#set(ids.map((id) => ({ id, key, value })));
  }

  change(changes: readonly ObjectChange[]): void {
    this.#set(valueChanges(changes));
  }

  reorder(id: ObjectId, before: ObjectId | null): void {
    const keys = this.#replica.keysToMove(id, before);
    this.#set([...keys].map(([moved, order]) => ({ id: moved, key: 'order', value: order })));
  }

  remove(ids: readonly ObjectId[]): void {
    const at = this.#session.now();
    this.#set(ids.map((id) => ({ id, key: 'deletedAt', value: at })));
  }

  binned(id: ObjectId): BoardObject | null {
    return this.#replica.binned(id);
  }

  get bin(): readonly BoardObject[] {
    return this.#replica.bin;
  }

  restore(ids: readonly ObjectId[]): void {
    if (this.#mayWrite() && this.#hasRoom(ids.length)) this.#replica.undo.restore(ids);
  }

  undo(): void {
    if (this.#mayWrite()) this.#replica.undo.undo();
  }

  redo(): void {
    if (this.#mayWrite()) this.#replica.undo.redo();
  }

  get canUndo(): boolean {
    return this.canWrite && this.#replica.history.canUndo;
  }

  get canRedo(): boolean {
    return this.canWrite && this.#replica.history.canRedo;
  }

  get cursors(): readonly Cursor[] {
    return this.showsPointers ? this.#presence.cursors : [];
  }

  get showsPointers(): boolean {
    return this.#pointersWanted ?? this.#session.presence.online.length <= POINTERS_UP_TO;
  }

  wantPointers(wanted: boolean | null): void {
    this.#pointersWanted = wanted;
    if (!this.showsPointers) this.#presence.moveCursor(null);
  }

  get attention(): readonly Attention[] {
    return this.#presence.attention;
  }

  showAttention(about: Attention['about'] | null): void {
    this.#presence.showAttention(about);
  }

  moveCursor(position: readonly [x: number, y: number] | null): void {
    if (position === null || this.showsPointers) this.#presence.moveCursor(position);
  }

  get liveBoxes(): ReadonlyMap<ObjectId, Box> {
    return this.#presence.liveBoxes;
  }

  showDrag(boxes: ReadonlyMap<ObjectId, Box> | null): void {
    this.#presence.showDrag(boxes);
  }

  get inkShown(): readonly ShownLine[] {
    return this.#presence.inkShown;
  }

  showInk(ink: object | null): void {
    this.#presence.showInk(ink);
  }

  close(): void {
    this.#stopFollowing();
    if (typeof window !== 'undefined') window.removeEventListener('beforeunload', this.#warnOfLoss);
    this.#discard();
    // The news that shows a person out may be what closes the page. Later, because a screen that is being taken down still sees the old state.
    queueMicrotask(() => this.#eraseCopies((page) => this.#mayKeep(page)));
  }

  get #access(): Access {
    return pageAccess(this.#session.state, this.#session.seatId, this.pageId);
  }

  #openReplica(openLink: OpenLink): PageReplica {
    return new PageReplica(openLink, {
      onObjects: (ids) => this.#watchers.tell(ids),
      onRejected: (code) => this.#tell(code),
      onTextRefused: () => this.#tell('too-large'),
      onOvertaken: () => this.#tell('overtaken'),
      now: () => this.#session.now(),
    });
  }

  #openPresence(): PagePresence {
    return new PagePresence(this.#replica.link.awareness, this.#session.seatId, (seat) => this.#person(seat));
  }

  #person(seatId: SeatId): { name: string; color: number } | null {
    const seat = this.#session.state.seats[seatId];
    return seat === undefined ? null : { name: seat.name, color: personColor(this.#session.state, seatId) };
  }

  /**
   * The server closes a page on whoever may not read it, and expects a new connection when that has changed. Nothing of the page
   * stays on the device, in memory or on disk, once its owner is recused or removed.
   */
  #followAccess(): (() => void) | undefined {
    const { closed } = this.#replica.live;
    if (closed?.code !== CLOSE.forbidden) return undefined;
    const { read } = this.#access;
    if (!read) {
      this.#wasShut = true;
      if (!this.#mayKeep(this.pageId)) this.#forget(closed);
      return undefined;
    }
    // The two servers' news come by two roads: when they differ, ours may be the old one, and haste would be a loop.
    const timer = setTimeout(() => this.#returnToPage(), this.#wasShut ? 0 : this.#returnAfterMs);
    return () => clearTimeout(timer);
  }

  /** A page that has not been opened yet may be kept; one that this seat is shut out of may not. */
  #mayKeep(pageId: string): boolean {
    const { state, seatId, signedOut } = this.#session;
    const { reason } = pageAccess(state, seatId, pageId);
    return signedOut !== 'removed' && reason !== 'removed' && reason !== 'recused';
  }

  #returnToPage(): void {
    this.#returnAfterMs = this.#wasShut ? NEWS_LAG_MS : this.#returnAfterMs * 2;
    this.#wasShut = false;
    if (this.#replica.link instanceof ClosedLink) this.#startOver(this.#openLink);
    else this.#replica.link.reopen();
  }

  #forget(closed: PageClosed): void {
    if (this.#replica.link instanceof ClosedLink) return;
    void this.#replica.link.erase();
    this.#startOver((doc) => new ClosedLink(doc, closed));
  }

  /** What lies in the old epoch's copy must not be merged into the restored page, so the page starts from an empty one. */
  #startOverAfterRestore(): void {
    if (this.#replica.live.closed?.code !== CLOSE.wrongEpoch) return;
    const objects = this.#replica.peekIds().flatMap((id) => this.#replica.peek(id) ?? []);
    const { unsaved } = this.#replica.link;
    void this.#replica.link.erase();
    this.#startOver(this.#openLink);
    if (objects.length === 0) return;
    this.#earlier = { objects, unsaved };
    this.#tell('restored');
  }

  #startOver(openLink: OpenLink): void {
    const before = this.#replica.peekIds();
    this.#discard();
    this.#replica = this.#openReplica(openLink);
    this.#presence = this.#openPresence();
    this.#watchers.tell(before);
  }

  #discard(): void {
    this.#presence.destroy();
    this.#replica.destroy();
  }

  #set(changes: readonly ValueChange[]): void {
    if (this.#mayWrite()) this.#replica.undo.set(changes);
  }

  /** Changes a text from a place that is no editor, keeping what others are typing in the rest of it. */
  #retype(text: Y.Text, value: string): void {
    const edit = textEdit(text.toJSON(), value, value.length);
    if (edit === null) return;
    this.#replica.undo.breakTyping();
    text.doc?.transact(() => {
      text.delete(edit.index, edit.remove);
      text.insert(edit.index, edit.insert);
    }, TYPING);
    this.#replica.undo.breakTyping();
  }

  #mayWrite(): boolean {
    if (!this.canWrite) this.#tell('read-only');
    return this.canWrite;
  }

  #make(additions: readonly Addition[]): readonly ObjectId[] {
    const { doc, undo } = this.#replica;
    const orders = this.#replica.keysAtEnd(additions.length);
    const objects = additions.map(({ id, kind, box, fields }, i): NewObject => ({
      id: id ?? newObjectId(),
      kind,
      box,
      fields: this.#fieldsThatFit(fields ?? {}),
      order: orders[i] ?? '',
      author: this.#session.seatId,
      createdAt: this.#session.now(),
    }));
    const ids = objects.map(({ id }) => id);
    const adding = portionsOf(objects).map((portion) => () => {
      for (const object of portion) addObject(doc, object);
    });
    if (ids.length > 0) undo.make(ids, ...adding);
    return ids;
  }

  #hasRoom(count: number): boolean {
    const room = this.#replica.peekIds().length + count <= PAGE_OBJECTS_MAX;
    if (!room) this.#tell('page-full');
    return room;
  }

  /** A text that is too long is left out whole and said to be: half a text looks like a whole one. */
  #fieldsThatFit(fields: Readonly<Record<string, FieldValue>>): Readonly<Record<string, FieldValue>> {
    const fitting = Object.entries(fields).filter(
      ([, value]) => typeof value !== 'string' || value.length <= OBJECT_TEXT_MAX,
    );
    if (fitting.length < Object.keys(fields).length) this.#tell('too-large');
    return Object.fromEntries(fitting);
  }

  #freeBox(kind: Kind): Box {
    const objects = this.#replica.peekIds().flatMap((id) => this.#replica.peek(id) ?? []);
    const kin = objects.filter((object) => object.kind === kind);
    return placeBeside(
      KINDS[kind].size,
      kin.map(({ box }) => box),
      objects.map(({ box }) => box),
    );
  }

  #tell(kind: PageNotice['kind']): void {
    this.#notice = { kind };
  }

  readonly #warnOfLoss = (event: BeforeUnloadEvent): void => {
    const unsaved = this.#replica.link.unsaved + (this.#earlier?.unsaved ?? 0);
    if (unsaved > 0) event.preventDefault();
  };
}
