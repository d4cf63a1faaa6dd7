import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import type { CommonMessages } from '#shared/i18n/sv/common.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { OutlineMessages } from '#shared/i18n/sv/outline.ts';
import type { ReviewMessages } from '#shared/i18n/sv/review.ts';
import type { SessionMessages } from '#shared/i18n/sv/session.ts';
import type { StartMessages } from '#shared/i18n/sv/start.ts';
import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { Language } from '#shared/session/workshop-state.ts';

export interface MessageAreas {
  readonly board: BoardMessages;
  readonly common: CommonMessages;
  readonly inventory: InventoryMessages;
  readonly outline: OutlineMessages;
  readonly review: ReviewMessages;
  readonly session: SessionMessages;
  readonly start: StartMessages;
  readonly voting: VotingMessages;
}

export type MessageArea = keyof MessageAreas;

type AreaLoaders = { readonly [A in MessageArea]: () => Promise<MessageAreas[A]> };

/** Fetched by language when first needed: nobody downloads a language they do not read, nor what is said where they never go. */
export const MESSAGE_LOADERS: Readonly<Record<Language, AreaLoaders>> = {
  sv: {
    board: async () => (await import('#shared/i18n/sv/board.ts')).board,
    common: async () => (await import('../texts/sv-entrance.ts')).common,
    inventory: async () => (await import('../texts/sv-workshop.ts')).inventory,
    outline: async () => (await import('#shared/i18n/sv/outline.ts')).outline,
    review: async () => (await import('#shared/i18n/sv/review.ts')).review,
    session: async () => (await import('../texts/sv-workshop.ts')).session,
    start: async () => (await import('../texts/sv-entrance.ts')).start,
    voting: async () => (await import('#shared/i18n/sv/voting.ts')).voting,
  },
  en: {
    board: async () => (await import('#shared/i18n/en/board.ts')).board,
    common: async () => (await import('../texts/en-entrance.ts')).common,
    inventory: async () => (await import('../texts/en-workshop.ts')).inventory,
    outline: async () => (await import('#shared/i18n/en/outline.ts')).outline,
    review: async () => (await import('#shared/i18n/en/review.ts')).review,
    session: async () => (await import('../texts/en-workshop.ts')).session,
    start: async () => (await import('../texts/en-entrance.ts')).start,
    voting: async () => (await import('#shared/i18n/en/voting.ts')).voting,
  },
};
