import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { CLOSE, pageDocument, SYNC_MESSAGE, type RejectionCode } from '#shared/protocol/sync.ts';
import { Barrier } from './page-barrier.ts';
import type { EpochMemory } from './page-epoch.ts';
import type { PageClosed, PageLink, PageLinkListener } from './page-link.ts';
import { LocalCopy } from './page-local-copy.ts';
import type { FetchedState, FetchState } from './page-state.ts';
import { touchedFields, type Touched } from './page-touched.ts';
import { UnsavedChanges } from './page-unsaved.ts';

/** An acknowledgement takes milliseconds; a person who has waited this long should know that the server does not store. */
const STALLED_AFTER_MS = 10_000;
/** A phone that wakes up often holds a dead socket that nobody has told it about. */
const PROBE_TIMEOUT_MS = 3_000;
/** y-websocket's own delays grow in step on every client; spread out, a restarted server is not met by all at once. */
const BACKOFF_MS = { least: 1_500, spread: 2_500 };
/** After 4429, longer than the server's memory of what was too much. */
const TOO_MANY_PAUSE_MS = 15_000;

export interface PageSyncOptions {
  /** `ws(s)://host/sync` */
  readonly serverUrl: string;
  readonly workshop: string;
  readonly page: string;
  readonly doc: Y.Doc;
  readonly listener: PageLinkListener;
  readonly epochs: EpochMemory;
  /** Name of the device's copy of one epoch. */
  readonly copyName: (epoch: number) => string;
  /** Asked once, when this device has nothing of the page. */
  readonly fetchState?: FetchState;
  /** For clients outside a browser. */
  readonly WebSocket?: typeof WebSocket;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/**
 * A page's document, kept in step with the server over the y-websocket protocol, with what the stock provider lacks:
 * acknowledgements, permissions, a copy on the device, and presence that neither echoes nor stays invisible after a reconnection.
 */
export class PageSync implements PageLink {
  readonly #options: PageSyncOptions;
  readonly #provider: WebsocketProvider;
  readonly #barrier: Barrier;
  readonly #unsaved = new UnsavedChanges();
  #touched: readonly Touched[] = [];
  #copy: LocalCopy | null = null;
  #copyEpoch: number | null = null;
  #loaded = false;
  #opening = true;
  #openingTimer: ReturnType<typeof setTimeout> | undefined;
  #write: boolean | null = null;
  #closed: PageClosed | null = null;
  #storeTrouble = false;
  #late = false;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #destroyed = false;

  constructor(options: PageSyncOptions) {
    const random = options.random ?? Math.random;
    this.#options = options;
    this.#provider = new WebsocketProvider(options.serverUrl, this.#room(null), options.doc, {
      connect: false,
      // Tabs that sync behind the server's back know nothing of permissions, and their edits are lost to the acknowledgements.
      disableBc: true,
      maxBackoffTime: BACKOFF_MS.least + random() * BACKOFF_MS.spread,
      ...(options.WebSocket === undefined ? {} : { WebSocketPolyfill: options.WebSocket }),
    });
    this.#barrier = new Barrier((n) => this.#sendBarrier(n));
    this.#mendAwareness();
    this.#readOwnMessages();
    this.#followConnection();
    this.#countEdits();
    this.#watchDevice();
    void this.#start();
  }

  get awareness(): Awareness {
    return this.#provider.awareness;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  get connected(): boolean {
    return this.#provider.wsconnected;
  }

  get opening(): boolean {
    return this.#opening;
  }

  get write(): boolean | null {
    return this.#write;
  }

  get closed(): PageClosed | null {
    return this.#closed;
  }

  get unsaved(): number {
    return this.#unsaved.count;
  }

  get stalled(): boolean {
    return this.#storeTrouble || this.#late;
  }

  get keeps(): 'device' | 'tab' {
    return this.#copy?.trustworthy === true ? 'device' : 'tab';
  }

  reopen(): void {
    this.#closed = null;
    this.#provider.connect();
    this.#options.listener.onChange();
  }

  async erase(): Promise<void> {
    const copy = this.#copy;
    this.#copy = null;
    this.#unsaved.clear();
    this.#options.epochs.forget();
    await copy?.erase();
  }

  destroy(): void {
    this.#destroyed = true;
    for (const timer of [this.#openingTimer, this.#lateTimer, this.#probeTimer, this.#retryTimer])
      clearTimeout(timer);
    this.#barrier.lost();
    this.#unwatchDevice();
    this.#provider.destroy();
    this.#provider.awareness.destroy();
    void this.#copy?.close();
  }

  /** The device's copy first, so that one sync offers the server everything that was written offline. */
  async #start(): Promise<void> {
    const epoch = this.#options.epochs.recall();
    if (epoch !== null) await this.#openCopy(epoch);
    if (!this.#loaded && !this.#destroyed) await this.#fetchState();
    if (this.#destroyed) return;
    this.#provider.connect();
    // Some networks swallow an attempt without a word.
    this.#openingTimer = setTimeout(() => this.#opened(), STALLED_AFTER_MS);
  }

  /** The first attempt has come to something, or to nothing. */
  #opened(): void {
    if (!this.#opening) return;
    this.#opening = false;
    this.#options.listener.onChange();
  }

  async #fetchState(): Promise<void> {
    const fetched = (await this.#options.fetchState?.()) ?? null;
    if (fetched === null || this.#destroyed) return;
    this.#options.epochs.remember(fetched.epoch);
    if (this.#copyEpoch !== fetched.epoch) {
      // A copy of another epoch that shows nothing has nothing to lose.
      await this.#copy?.close();
      await this.#openCopy(fetched.epoch);
    }
    this.#adopt(fetched);
  }

  #adopt({ seq, stateV2 }: FetchedState): void {
    if (this.#destroyed) return;
    Y.applyUpdateV2(this.#options.doc, stateV2);
    this.#provider.params = { since: String(seq) };
    this.#loaded = true;
    this.#options.listener.onChange();
  }

  async #openCopy(epoch: number): Promise<void> {
    this.#copyEpoch = epoch;
    this.#provider.roomname = this.#room(epoch);
    const copy = await LocalCopy.open(this.#options.copyName(epoch), this.#options.doc);
    if (copy === null) return;
    if (this.#destroyed) return copy.close();
    this.#copy = copy;
    // Opened after the first sync, the copy may have added to the document; counting it as an edit has it acknowledged too.
    const n = this.connected ? this.#barrier.edited() : this.#barrier.edits;
    this.#unsaved.adopt(copy.unsaved, n);
    await this.#remember();
    this.#loaded ||= objectsOf(this.#options.doc).size > 0;
    this.#options.listener.onChange();
  }

  #room(epoch: number | null): string {
    const room = pageDocument(this.#options.workshop, this.#options.page);
    return epoch === null ? room : `${room}~${String(epoch)}`;
  }

  /**
   * Stock y-websocket sends every presence message it receives back to the server. And after a reconnection both sides
   * would ignore each other for up to 15 s, because neither's clock has moved.
   */
  #mendAwareness(): void {
    const provider = this.#provider;
    const { awareness, doc } = provider;
    const send = provider._awarenessUpdateHandler;
    const sendOwn = (changes: unknown, origin: unknown): void => {
      if (origin !== provider) send(changes, origin);
    };
    awareness.off('update', send);
    awareness.on('update', sendOwn);
    // `destroy` takes away the handler by this name.
    provider._awarenessUpdateHandler = sendOwn;
    provider.on('status', ({ status }) => {
      if (status === 'connected') awareness.setLocalState(awareness.getLocalState());
      if (status !== 'disconnected') return;
      for (const client of [...awareness.meta.keys()])
        if (client !== doc.clientID) awareness.meta.delete(client);
    });
  }

  #readOwnMessages(): void {
    const handlers = this.#provider.messageHandlers;
    const readSync = handlers[SYNC_MESSAGE.sync];
    handlers[SYNC_MESSAGE.sync] = (encoder, decoder, provider, emitSynced, type) => {
      const step = decoder.arr[decoder.pos];
      readSync?.(encoder, decoder, provider, emitSynced, type);
      // Our answer to the server's SyncStep1 is sent when this handler returns; what is queued here goes out behind it.
      if (step === 0) queueMicrotask(() => this.#barrier.opened());
    };
    handlers[SYNC_MESSAGE.barrier] = (_encoder, decoder) => this.#acknowledge(decoding.readVarUint(decoder));
    handlers[SYNC_MESSAGE.permission] = (encoder, decoder) => {
      this.#write = decoding.readVarUint(decoder) === 1;
      this.#options.listener.onChange();
      // Tells the server that no edit of ours is on its way any more: the views have just stopped taking them.
      if (!this.#write) writeStopped(encoder);
    };
    handlers[SYNC_MESSAGE.rejected] = (_encoder, decoder) =>
      this.#options.listener.onRejected(decoding.readVarString(decoder) as RejectionCode);
    handlers[SYNC_MESSAGE.hello] = (_encoder, decoder) => this.#greet(decoding.readVarUint(decoder));
  }

  /** A page is restored from a backup under a new epoch, so reconnections name the epoch that our document is of. */
  #greet(epoch: number): void {
    this.#options.epochs.remember(epoch);
    if (this.#copyEpoch === null) void this.#openCopy(epoch);
  }

  #followConnection(): void {
    const { listener } = this.#options;
    this.#provider.on('status', ({ status }) => {
      if (status === 'connected') {
        this.#opened();
        this.#expectAnswer();
      }
      if (status === 'disconnected') this.#disconnected();
      listener.onChange();
    });
    this.#provider.on('sync', (synced) => {
      this.#loaded ||= synced;
      // From here on the document's own clocks say best what it lacks.
      if (synced) this.#provider.params = {};
      listener.onChange();
    });
    this.#provider.on('connection-close', (event) => {
      this.#opened();
      if (event?.code === CLOSE.tryAgain || event?.code === CLOSE.cannotLoad) this.#storeTrouble = true;
      listener.onChange();
    });
    this.#provider.on('closed', (closed) => this.#closedForGood(closed));
  }

  #closedForGood(closed: PageClosed): void {
    if (closed.code === CLOSE.tooMany) {
      this.#retryTimer = setTimeout(() => this.#provider.connect(), TOO_MANY_PAUSE_MS);
      return;
    }
    if (closed.code === CLOSE.wrongEpoch) this.#options.epochs.forget();
    this.#closed = closed;
    this.#options.listener.onChange();
  }

  #disconnected(): void {
    this.#barrier.lost();
    this.#late = false;
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
  }

  /** Registered after the provider's own listener, so that a barrier goes out behind the update it asks about. */
  #countEdits(): void {
    const { doc, listener } = this.#options;
    objectsOf(doc).observeDeep((events, transaction) => {
      if (transaction.local) this.#touched = touchedFields(events);
    });
    doc.on('update', (_update, _origin, _doc, transaction) => {
      if (!transaction.local) return;
      this.#unsaved.add(this.#touched, this.#barrier.edited());
      this.#touched = [];
      this.#expectAnswer();
      void this.#remember();
      listener.onChange();
    });
  }

  #sendBarrier(n: number): void {
    const { ws } = this.#provider;
    if (ws?.readyState !== 1) return;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, SYNC_MESSAGE.barrier);
    encoding.writeVarUint(encoder, n);
    ws.send(encoding.toUint8Array(encoder));
  }

  #acknowledge(n: number): void {
    this.#barrier.echoed(n);
    this.#unsaved.saved(this.#barrier.acknowledged);
    this.#storeTrouble = false;
    this.#late = false;
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.#expectAnswer();
    void this.#copy?.forgetEarlierVisits();
    void this.#remember();
    this.#options.listener.onChange();
  }

  /** Starts the clock on the oldest change that waits for its acknowledgement. */
  #expectAnswer(): void {
    if (!this.connected || this.#unsaved.count === 0) return;
    this.#lateTimer ??= setTimeout(() => {
      this.#late = true;
      this.#options.listener.onChange();
    }, STALLED_AFTER_MS);
  }

  async #remember(): Promise<void> {
    const trusted = this.#copy?.trustworthy;
    await this.#copy?.remember(this.#unsaved.names);
    if (trusted !== this.#copy?.trustworthy) this.#options.listener.onChange();
  }

  #watchDevice(): void {
    if (typeof document === 'undefined') return;
    document.addEventListener('visibilitychange', this.#woken);
    addEventListener('online', this.#woken);
    addEventListener('offline', this.#woken);
  }

  #unwatchDevice(): void {
    if (typeof document === 'undefined') return;
    document.removeEventListener('visibilitychange', this.#woken);
    removeEventListener('online', this.#woken);
    removeEventListener('offline', this.#woken);
  }

  /** Back from sleep, or on another network: connect now rather than at the end of a back-off, and mistrust an open socket. */
  readonly #woken = (): void => {
    if (document.visibilityState !== 'visible' || !this.#provider.shouldConnect) return;
    if (this.#provider.ws === null) this.#provider.connect();
    else this.#probe();
  };

  #probe(): void {
    const { ws, wsLastMessageReceived } = this.#provider;
    this.#barrier.ask();
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => {
      const silent =
        this.#provider.ws === ws && this.#provider.wsLastMessageReceived === wsLastMessageReceived;
      if (silent) this.#reconnect();
    }, PROBE_TIMEOUT_MS);
  }

  #reconnect(): void {
    this.#provider.disconnect();
    this.#provider.connect();
  }
}

function writeStopped(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, SYNC_MESSAGE.permission);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, '');
}
