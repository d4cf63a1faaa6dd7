import type { Contender } from '../contender.ts';
import { hocuspocus } from '../protocols/hocuspocus.ts';
import { peerFile } from './peer-file.ts';
import { plainDoors } from './plain-doors.ts';

export const hocuspocusServer: Contender = {
  id: 'hocuspocus',
  title: '@hocuspocus/server 4.7.0',
  standing: 'peer',
  tellsSaved: true,
  protocol: hocuspocus,
  launch: ({ port, directory, persistent }) => ({
    file: peerFile('hocuspocus.mjs'),
    args: [],
    env: { PORT: String(port), ...(persistent ? { YPERSISTENCE: directory } : {}) },
  }),
  doors: plainDoors(() => '/'),
};
