import type { Contender } from '../contender.ts';
import { yWebsocket } from '../protocols/y-websocket.ts';
import { peerFile } from './peer-file.ts';
import { plainDoors } from './plain-doors.ts';

export const yWebsocketServer: Contender = {
  id: 'y-websocket',
  title: '@y/websocket-server 0.1.1',
  standing: 'peer',
  tellsSaved: false,
  protocol: yWebsocket,
  launch: ({ port, directory, persistent }) => ({
    file: peerFile('node_modules', '@y', 'websocket-server', 'src', 'server.js'),
    args: [],
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      ...(persistent ? { YPERSISTENCE: directory } : {}),
    },
  }),
  doors: plainDoors((room) => `/${room}`),
};
