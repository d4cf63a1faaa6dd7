import type { Contender } from '../contender.ts';
import { relay } from '../protocols/relay.ts';
import { peerFile } from './peer-file.ts';
import { plainDoors } from './plain-doors.ts';

export const relayServer: Contender = {
  id: 'relay',
  title: 'ws 8.23.0 relay',
  standing: 'ceiling',
  tellsSaved: false,
  protocol: relay,
  launch: ({ port }) => ({ file: peerFile('relay.mjs'), args: [], env: { PORT: String(port) } }),
  doors: plainDoors((room) => `/${room}`),
};
