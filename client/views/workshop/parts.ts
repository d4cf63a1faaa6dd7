import type { Component } from 'svelte';
import { loadMessages } from '#client/model/messages.svelte.ts';
import type { MessageArea } from '#client/model/message-areas.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** A part of the screen that is fetched when it is first shown. Rejects without contact; `Lazy` then offers to try again. */
export type Part<P extends Record<string, unknown> = Record<string, never>> = () => Promise<{
  readonly default: Component<P>;
}>;

/** A view from which an object can be looked up on the board. */
type ShowingPart = Part<{ onshow: (id: ObjectId) => void }>;

export const boardView: Part<{ sought: ObjectId | null; onfound: () => void }> = () =>
  import('#client/board/BoardView.svelte');
export const pageOutline: ShowingPart = () =>
  withTexts(import('#client/modules/outline/PageOutline.svelte'), 'outline');
export const pageCards: Part = () => import('#client/modules/cards/PageCards.svelte');
export const inventoryTable: ShowingPart = () => import('#client/modules/inventory/InventoryTable.svelte');
export const pollPanel: Part = () => withVotingTexts(import('#client/modules/voting/PollPanel.svelte'));
export const pollSetup: Part<{ onclose: () => void }> = () =>
  withVotingTexts(import('#client/modules/voting/PollSetup.svelte'));
export const voteCallout: Part<{ onopen: () => void }> = () =>
  withVotingTexts(import('#client/modules/voting/VoteCallout.svelte'));

const withVotingTexts = <T>(part: Promise<T>): Promise<T> => withTexts(part, 'voting');

/** A part and the texts it is written in travel at the same time. */
async function withTexts<T>(part: Promise<T>, area: MessageArea): Promise<T> {
  const [loaded] = await Promise.all([part, loadMessages(area)]);
  return loaded;
}
