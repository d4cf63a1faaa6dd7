import * as decoding from 'lib0/decoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { pageDocument, SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import type { ApiClient } from './api-client.ts';

/** A stock client of a page on a real server, in the seat the cookies are of. */
export function seatedClient(url: string, api: ApiClient, workshop: string, page: string) {
  const doc = new Y.Doc();
  objectsOf(doc);
  const rejections: string[] = [];
  const cookie = api.cookieHeader;
  class SeatedSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } });
    }
  }
  const server = `${url.replace('http', 'ws')}/sync`;
  const provider = new WebsocketProvider(server, pageDocument(workshop, page), doc, {
    WebSocketPolyfill: SeatedSocket as never,
    disableBc: true,
    maxBackoffTime: 200,
  });
  for (const type of [SYNC_MESSAGE.permission, SYNC_MESSAGE.hello]) provider.messageHandlers[type] = () => {};
  provider.messageHandlers[SYNC_MESSAGE.rejected] = (_encoder, decoder) =>
    rejections.push(decoding.readVarString(decoder));
  const closes: number[] = [];
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0));
  onTestFinished(() => {
    provider.destroy();
    provider.awareness.destroy();
  });
  return { doc, provider, closes, rejections };
}
