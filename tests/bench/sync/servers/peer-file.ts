import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the peers are installed: a package of its own, so that none of it is a dependency of the product. */
export const PEERS_DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'peers');

export const peerFile = (...path: readonly string[]): string => join(PEERS_DIRECTORY, ...path);
