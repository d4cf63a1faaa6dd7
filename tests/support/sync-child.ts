import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SeatId } from '#shared/kernel/ids.ts';
import { clientAddress } from '#server/auth/client-address.ts';
import { silentLogger } from '#server/logger.ts';
import { openStorage } from '#server/storage/open-storage.ts';
import { createSyncServer } from '#server/sync/sync-server.ts';
import { PAGE, READ_WRITE, WORKSHOP } from './sync-names.ts';

/*
 * Run as a process of its own by `sync-process.ts`: the sync engine over SQLite, everybody with a cookie may write. Prints its port.
 */

const [dataDirectory = '', port = '0'] = process.argv.slice(2);
const storage = await openStorage({ dataDirectory }, { logger: silentLogger, random: randomBytes });
const sync = createSyncServer({
  log: storage.updateLog,
  authority: { access: () => Promise.resolve(READ_WRITE) },
  seatOf: (request) => Promise.resolve(seatOf(request)),
  addressOf: clientAddress(false),
  clock: { now: () => Date.now() },
  logger: silentLogger,
});
await sync.pages.create(WORKSHOP, PAGE, () => {});
const server = createServer();
server.on('upgrade', (request, tcp, head) => sync.handleUpgrade(request, tcp, head));
server.listen(Number(port), '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});

function seatOf(request: IncomingMessage): SeatId | null {
  return (/seat=([a-z]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null) as SeatId | null;
}
