import { describe, expect, test } from 'vitest';
import { isSyncPath, parseSyncAddress } from '#server/sync/address.ts';
import { frame } from '#server/sync/frame.ts';
import { isAllowedOrigin } from '#server/sync/origin.ts';
import { unframe } from '../../support/sync-replica.ts';

describe('the address of a page', () => {
  test('is read with and without an epoch, whatever the query', () => {
    expect(parseSyncAddress('/sync/w1/page/inventory')).toEqual({
      workshop: 'w1',
      page: 'inventory',
      epoch: null,
      since: null,
    });
    expect(parseSyncAddress('/sync/w1/page/inventory~3?x=1')).toEqual({
      workshop: 'w1',
      page: 'inventory',
      epoch: 3,
      since: null,
    });
  });

  test('says which state the client has, when it is a sequence', () => {
    expect(parseSyncAddress('/sync/w1/page/inventory~3?since=120')?.since).toBe(120);
    for (const since of ['', '-1', '1e3', 'x', '9'.repeat(40)]) {
      expect(parseSyncAddress(`/sync/w1/page/inventory?since=${since}`)?.since).toBeNull();
    }
  });

  test.each([
    '/sync/w1/page/',
    '/sync/w1/page/a/b',
    '/sync/w1/draft/a',
    '/sync/../page/a',
    '/sync/w1/page/A',
    '/sync/w1/page/a~',
    '/sync/w1/page/a~x',
    '/sync/w1/page/a~1~2',
    '/sync/w%31/page/a',
    '/other',
    '',
  ])('%s is none', (url) => {
    expect(parseSyncAddress(url)).toBeNull();
  });

  test('is the sync engine’s to judge whenever it starts like one', () => {
    expect(isSyncPath('/sync/nonsense')).toBe(true);
    expect(isSyncPath('/socket.io/?x')).toBe(false);
  });
});

describe('a page that opens a socket', () => {
  test.each<[string, string | undefined, string | null, boolean]>([
    ['of ours', 'http://board.example:8080', null, true],
    ['of ours behind TLS', 'https://board.example:8080', null, true],
    ['of no page at all', undefined, null, true],
    ['at the public address', 'https://vagval.example', 'https://vagval.example', true],
    ['of another site', 'https://evil.example', 'https://vagval.example', false],
    ['of another port', 'http://board.example:9090', null, false],
    ['from a file', 'null', null, false],
    ['of an app', 'app://board.example:8080', null, false],
    ['of nonsense', 'http://', null, false],
  ])('%s', (_what, origin, publicOrigin, allowed) => {
    const headers = { host: 'board.example:8080', ...(origin === undefined ? {} : { origin }) };
    expect(isAllowedOrigin(headers, publicOrigin)).toBe(allowed);
  });
});

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 100_000])('a message of %i bytes is framed whole', (size) => {
  const message = new Uint8Array(size).map((_, at) => at % 251);
  const [first, second] = unframe(Buffer.concat([frame(message), frame(Uint8Array.of(9))]));
  expect(Buffer.compare(first ?? Buffer.of(1), message)).toBe(0);
  expect(second).toEqual(Uint8Array.of(9));
});
