import * as encoding from 'lib0/encoding';
import { SYNC_MESSAGE } from '#shared/protocol/sync.ts';
import { Barrier } from '#client/connection/page-barrier.ts';
import type { ByteReader } from '../wire/byte-reader.ts';
import type { Hearer, Line, Protocol } from './protocol.ts';
import { YWebsocketConversation } from './y-websocket.ts';

/** y-websocket with our acknowledgements, asked for as the product's own client asks. */
export const vagval: Protocol = (line, hearer) => new VagvalConversation(line, hearer);

class VagvalConversation extends YWebsocketConversation {
  readonly #barrier: Barrier;

  constructor(line: Line, hearer: Hearer) {
    super(line, hearer);
    this.#barrier = new Barrier((n) => this.line.sendBinary(barrierMessage(n)));
  }

  override sendUpdate(update: Uint8Array): void {
    super.sendUpdate(update);
    this.#barrier.edited();
  }

  override ended(): void {
    this.#barrier.lost();
  }

  protected override offered(): void {
    this.#barrier.opened();
  }

  protected override other(type: number, reader: ByteReader): void {
    if (type === SYNC_MESSAGE.rejected) throw new Error('the server undid an edit');
    if (type !== SYNC_MESSAGE.barrier) return;
    this.#barrier.echoed(reader.uint());
    this.hearer.saved(this.#barrier.acknowledged);
  }
}

const barrierMessage = (n: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC_MESSAGE.barrier);
    encoding.writeVarUint(encoder, n);
  });
