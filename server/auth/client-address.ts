import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** Where a request comes from, as a name to count by. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * One proxy, ours, is believed: what stands further ahead in its header may be the sender's own invention. Of an IPv6 address
 * only the network counts, since whoever has one has more addresses than can be counted.
 */
export const clientAddress =
  (trustProxy: boolean): ClientAddress =>
  ({ headers, socket }) => {
    const forwarded = trustProxy ? [headers['x-forwarded-for'] ?? []].flat().join(',') : '';
    return networkOf(forwarded.split(',').at(-1)?.trim() || (socket.remoteAddress ?? ''));
  };

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

/** The eight groups of an address, those that `::` leaves out with them. */
function groupsOf(address: string): readonly string[] {
  const [head = [], tail = []] = address
    .toLowerCase()
    .split('::', 2)
    .map((half) => half.split(':').filter((group) => group !== ''));
  return [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail];
}
