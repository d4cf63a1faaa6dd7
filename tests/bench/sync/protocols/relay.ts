import type { Protocol } from './protocol.ts';
import { YWebsocketConversation } from './y-websocket.ts';

/** y-websocket's updates and presence, to a server that answers nothing. */
export const relay: Protocol = (line, hearer) => new RelayConversation(line, hearer);

const EMPTY_STATE = Buffer.from([0, 0]);

class RelayConversation extends YWebsocketConversation {
  /** There is no state to wait for. */
  override opened(): void {
    setImmediate(() => this.hearer.state(EMPTY_STATE, 0, EMPTY_STATE.byteLength));
  }
}
