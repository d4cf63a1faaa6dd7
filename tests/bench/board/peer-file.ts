import { join } from 'node:path';

/** Where the other boards are installed: a package of its own, so that none of it is a dependency of the product. */
export const PEERS_DIRECTORY = join(import.meta.dirname, 'peers');

export const peerFile = (...path: readonly string[]): string => join(PEERS_DIRECTORY, ...path);
