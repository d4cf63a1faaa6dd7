import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { must } from '#shared/kernel/assert.ts';
import type { SeatId } from '#shared/kernel/ids.ts';
import { addObject } from '#shared/content/page-document.ts';
import { sjobacka } from '#shared/modules/demo/sjobacka.ts';
import type { WorkshopState } from '#shared/session/workshop-state.ts';
import { createReviewService, type ReviewSources } from '#server/review/review-service.ts';
import { replayDemo } from '../report/replay-demo.ts';

const { state, events, pages } = replayDemo(
  { ...sjobacka, visits: [...sjobacka.visits, { activity: 'choices', minutes: 10 }] },
  0,
);

/** The two ports over the replay, keeping a list of the pages that were read. */
function sources(now: WorkshopState): ReviewSources & { readonly pagesRead: string[] } {
  const pagesRead: string[] = [];
  return {
    pagesRead,
    sessions: { state: () => Promise.resolve(now), events: () => Promise.resolve(events) },
    pages: {
      read: (_workshop, page, look) => {
        pagesRead.push(page);
        const doc = new Y.Doc();
        for (const object of pages.get(page) ?? []) addObject(doc, object);
        return Promise.resolve(look(doc));
      },
    },
  };
}

test('composes the saved board from state and pages', async () => {
  const review = await createReviewService(sources(state)).review(state.id, null);
  if (review.status !== 'ended') throw new Error('the replay ends the workshop');
  const inventory = review.pages.find((page) => page.id === 'inventory');
  expect(inventory?.withheld === false && inventory.objects).toHaveLength(
    pages.get('inventory')?.length ?? -1,
  );
});

test('does not even read a page the viewer is recused from', async () => {
  const from = sources(state);
  const viewer = must(state.seats['network' as SeatId], 'the head of the network');
  await createReviewService(from).review(state.id, viewer);
  expect(from.pagesRead).toEqual(['welcome', 'inspiration', 'inventory']);
});

test('reads no page before the workshop has ended', async () => {
  const from = sources({ ...state, status: 'live', endedAt: null });
  expect((await createReviewService(from).review(state.id, null)).status).toBe('ongoing');
  expect(from.pagesRead).toEqual([]);
});

test('gives a leader the course of the day', async () => {
  const leader = must(state.seats['leader' as SeatId], 'the leader');
  const review = await createReviewService(sources(state)).review(state.id, leader);
  expect(review.status === 'ended' && review.log?.at(-1)?.type).toBe('workshop-ended');
});
