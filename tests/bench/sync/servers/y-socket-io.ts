import type { Contender } from '../contender.ts';
import { ySocketIo } from '../protocols/y-socket-io.ts';
import { peerFile } from './peer-file.ts';
import { plainDoors } from './plain-doors.ts';

export const ySocketIoServer: Contender = {
  id: 'y-socket.io',
  title: 'y-socket.io 1.1.3',
  standing: 'peer',
  tellsSaved: false,
  protocol: ySocketIo,
  launch: ({ port, directory, persistent }) => ({
    file: peerFile('node_modules', 'y-socket.io', 'dist', 'server', 'server.js'),
    args: [],
    env: {
      HOST: '127.0.0.1',
      PORT: String(port),
      ...(persistent ? { YPERSISTENCE: directory } : {}),
    },
  }),
  doors: plainDoors(() => '/socket.io/?EIO=4&transport=websocket'),
};
