import * as decoding from 'lib0/decoding';
import { SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { encodeBarrier } from '#server/sync/wire.ts';
import { stockClient, type StockClient, type StockOptions } from './sync-stock-client.ts';

export interface AckedClient extends StockClient {
  /** Local updates so far, and how many of them the server has acknowledged. */
  readonly edits: () => number;
  readonly acknowledged: () => number;
  /** Reasons for which edits were undone. */
  readonly rejections: string[];
}

/** A stock client that asks for acknowledgements. */
export const ackedClient = (url: string, seat: string, options: StockOptions = {}): AckedClient =>
  acknowledged(stockClient(url, seat, options));

/** Lets a client ask for acknowledgements by the rules of `shared/protocol/sync.ts`: no barrier before its SyncStep2, and one at a time. */
export function acknowledged(client: StockClient): AckedClient {
  const { provider, doc } = client;
  let edits = 0;
  let acknowledgedEdits = 0;
  let isReady = false;
  const rejections: string[] = [];
  let isUnderWay = false;
  const ask = (): void => {
    if (!isReady || isUnderWay || provider.ws?.readyState !== 1) return;
    isUnderWay = true;
    provider.ws.send(Buffer.from(encodeBarrier(edits)));
  };
  const sync = provider.messageHandlers[SYNC_MESSAGE.sync];
  provider.messageHandlers[SYNC_MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const step = decoder.arr[decoder.pos];
    sync?.(encoder, decoder, ...rest);
    if (step !== 0) return;
    queueMicrotask(() => {
      isReady = true;
      ask();
    });
  };
  provider.messageHandlers[SYNC_MESSAGE.barrier] = (_encoder, decoder) => {
    acknowledgedEdits = Math.max(acknowledgedEdits, decoding.readVarUint(decoder));
    isUnderWay = false;
    if (acknowledgedEdits < edits) ask();
  };
  provider.messageHandlers[SYNC_MESSAGE.rejected] = (_encoder, decoder) => {
    rejections.push(decoding.readVarString(decoder));
  };
  provider.on('status', () => {
    isReady = false;
    isUnderWay = false;
  });
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return;
    edits += 1;
    ask();
  });
  return { ...client, edits: () => edits, acknowledged: () => acknowledgedEdits, rejections };
}
