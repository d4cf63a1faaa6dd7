import { expect, it } from 'vitest';
import { keepOrder } from '#shared/content/table-query-order.ts';

it('moves nothing while somebody is at work', () => {
  expect(keepOrder(['a', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['a', 'b', 'c']);
});

it('lets rows go that have gone', () => {
  expect(keepOrder(['a', 'b', 'c'], ['c', 'a'])).toEqual(['a', 'c']);
});

it('puts newcomers last, in their own order', () => {
  expect(keepOrder(['b'], ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
});

it('starts from the fresh order when nothing is shown', () => {
  expect(keepOrder([], ['b', 'a'])).toEqual(['b', 'a']);
});
