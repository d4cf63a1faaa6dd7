import { WebSocket } from 'ws';
import { onTestFinished } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { addObject, objectsOf, type NewObject } from '#shared/content/page-document.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { DOCUMENT } from './sync-names.ts';

export interface StockClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** The codes of sockets the server has closed, in order. */
  readonly closes: number[];
}

export interface StockOptions {
  readonly room?: string;
  readonly connect?: boolean;
  readonly doc?: Y.Doc;
}

/** A plain `WebsocketProvider`, as npm ships it, with the seat's cookie. */
export function stockClient(url: string, seat: string | null, options: StockOptions = {}): StockClient {
  const doc = options.doc ?? new Y.Doc();
  objectsOf(doc);
  const provider = new WebsocketProvider(url, options.room ?? DOCUMENT, doc, {
    WebSocketPolyfill: socketWithCookie(seat) as never,
    disableBc: true,
    connect: options.connect ?? true,
    maxBackoffTime: 200,
  });
  // Without these a stock client logs that it does not know our messages, and goes on all the same.
  for (const type of [SYNC_MESSAGE.permission, SYNC_MESSAGE.rejected, SYNC_MESSAGE.hello])
    provider.messageHandlers[type] = () => {};
  const closes: number[] = [];
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  return { doc, provider, closes };
}

const socketWithCookie = (seat: string | null) =>
  class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, seat === null ? {} : { headers: { cookie: `seat=${seat}` } });
    }
  };

export const isSynced = ({ provider }: StockClient): boolean => provider.synced;

export const objectsIn = ({ doc }: { readonly doc: Y.Doc }): Record<string, Record<string, unknown>> =>
  objectsOf(doc).toJSON();

/** A note by the seat. */
export const note = (id: string, author: string, text = ''): NewObject => ({
  id: id as ObjectId,
  kind: 'note',
  box: [0, 0, 200, 160],
  order: 'a0',
  author,
  createdAt: 1_000,
  fields: { text, meaning: 'idea' },
});

export const addNote = (doc: Y.Doc, id: string, author: string, text = ''): void =>
  addObject(doc, note(id, author, text));

/** The text a note's people share. */
export function textOf(doc: Y.Doc, id: string): Y.Text {
  const text = objectsOf(doc).get(id)?.get('text');
  if (!(text instanceof Y.Text)) throw new Error(`no text in ${id}`);
  return text;
}
