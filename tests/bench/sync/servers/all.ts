import type { Contender, ContenderId } from '../contender.ts';
import { hocuspocusServer } from './hocuspocus.ts';
import { relayServer } from './relay.ts';
import { vagvalServer } from './vagval.ts';
import { ySocketIoServer } from './y-socket-io.ts';
import { yWebsocketServer } from './y-websocket.ts';

export const ALL_CONTENDERS: Readonly<Record<ContenderId, Contender>> = {
  vagval: vagvalServer,
  'y-websocket': yWebsocketServer,
  hocuspocus: hocuspocusServer,
  'y-socket.io': ySocketIoServer,
  relay: relayServer,
};
