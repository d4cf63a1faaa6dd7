import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { clientAddress } from '#server/auth/client-address.ts';

const asked = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, counted) => {
  expect(clientAddress(false)(asked(address))).toBe(counted);
});

test('only our own proxy is believed about where somebody comes from', () => {
  const request = asked('10.0.0.1', '198.51.100.1, 203.0.113.7');
  expect(clientAddress(true)(request)).toBe('203.0.113.7');
  expect(clientAddress(false)(request)).toBe('10.0.0.1');
  expect(clientAddress(true)(asked('10.0.0.1'))).toBe('10.0.0.1');
  expect(clientAddress(true)(asked('10.0.0.1', ''))).toBe('10.0.0.1');
});
