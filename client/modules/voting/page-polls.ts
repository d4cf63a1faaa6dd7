import type { Poll } from '#shared/session/workshop-state.ts';

/** The polls of a page, newest first. */
export const pollsOfPage = (polls: readonly Poll[], pageId: string): readonly Poll[] =>
  // Opened in the same millisecond: the later event is later in the list.
  polls
    .filter((poll) => poll.pageId === pageId)
    .reverse()
    .sort((a, b) => b.openedAt - a.openedAt);
