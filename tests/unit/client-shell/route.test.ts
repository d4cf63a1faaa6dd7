import { describe, expect, it } from 'vitest';
import { hidesSecret, parseRoute } from '#client/model/route.ts';

const at = (address: string) => parseRoute(new URL(address, 'http://vagval.test'));

describe('addresses', () => {
  it.each([
    ['/', { view: 'start' }],
    ['/j', { view: 'start' }],
    ['/j/ACD346', { view: 'join', code: 'ACD346' }],
    ['/j/acd%20346', { view: 'join', code: 'acd 346' }],
    ['/j/%E0%A4%A', { view: 'join', code: '%E0%A4%A' }],
    ['/w/abc', { view: 'workshop', workshopId: 'abc', leaderSecret: null }],
    ['/w/abc#leader=s3cret-_', { view: 'workshop', workshopId: 'abc', leaderSecret: 's3cret-_' }],
    ['/w/abc#page', { view: 'workshop', workshopId: 'abc', leaderSecret: null }],
    ['/t#token', { view: 'transfer', token: 'token' }],
    ['/leader#s3cret', { view: 'leader', secret: 's3cret' }],
    ['/review/abc#s3cret', { view: 'review', workshopId: 'abc', secret: 's3cret' }],
    ['/w', { view: 'unknown' }],
    ['/w/abc/more', { view: 'unknown' }],
    ['/wp-admin', { view: 'unknown' }],
  ])('%s', (address, route) => {
    expect(at(address)).toEqual(route);
  });

  it('hide every secret but that of a review, which people keep', () => {
    expect(hidesSecret(at('/w/abc#leader=s'))).toBe(true);
    expect(hidesSecret(at('/t#s'))).toBe(true);
    expect(hidesSecret(at('/leader#s'))).toBe(true);
    expect(hidesSecret(at('/review/abc#s'))).toBe(false);
    expect(hidesSecret(at('/w/abc'))).toBe(false);
  });
});
