import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { PageSync } from '#client/connection/page-sync.ts';
import { saveStateOf } from '#client/model/page-model-save-state.ts';
import type { SaveState } from '#client/model/types.ts';
import { addObject, objectsOf } from '#shared/content/page-document.ts';
import type { RejectionCode } from '#shared/protocol/sync.ts';
import type { SyncHost } from '../../support/sync-host.ts';
import { note } from '../../support/sync-stock-client.ts';
import { PAGE, WORKSHOP } from '../../support/sync-names.ts';

export interface PageClient {
  readonly doc: Y.Doc;
  readonly sync: PageSync;
  readonly rejected: RejectionCode[];
  /** Addresses asked for, in order. */
  readonly addresses: string[];
  /** First byte of every message sent: what it is about. */
  readonly sent: number[];
  readonly save: () => SaveState;
  readonly add: (id: string, text?: string) => void;
  readonly ids: () => readonly string[];
}

/** Our own client, with its connection, in Node: no browser keeps its copy, so what is unsaved lives in the tab. */
export function pageClient(
  host: SyncHost,
  seat: string,
  options: { readonly epoch?: number } = {},
): PageClient {
  const doc = new Y.Doc();
  const rejected: RejectionCode[] = [];
  const addresses: string[] = [];
  const sent: number[] = [];
  let epoch = options.epoch ?? null;
  const sync = new PageSync({
    serverUrl: host.syncUrl,
    workshop: WORKSHOP,
    page: PAGE,
    doc,
    listener: { onChange: () => undefined, onRejected: (code) => rejected.push(code) },
    epochs: {
      recall: () => epoch,
      remember: (known) => (epoch = known),
      forget: () => (epoch = null),
    },
    copyName: String,
    WebSocket: socketOf(seat, addresses, sent) as never,
    random: () => 0,
  });
  onTestFinished(() => sync.destroy());
  return {
    doc,
    sync,
    rejected,
    addresses,
    sent,
    save: () => saveStateOf(sync),
    add: (id, text = '') => doc.transact(() => addObject(doc, note(id, seat, text)), 'test'),
    ids: () => [...objectsOf(doc).keys()],
  };
}

const socketOf = (seat: string, addresses: string[], sent: number[]) =>
  class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie: `seat=${seat}` } });
      addresses.push(String(address));
    }

    override send(data: Uint8Array): void {
      sent.push(data[0] ?? -1);
      super.send(data);
    }
  };
