import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import type { CommonMessages } from '#shared/i18n/sv/common.ts';
import type { ErrorsMessages } from '#shared/i18n/sv/errors.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { ReviewMessages } from '#shared/i18n/sv/review.ts';
import type { SessionMessages } from '#shared/i18n/sv/session.ts';
import type { StartMessages } from '#shared/i18n/sv/start.ts';
import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { Language } from '#shared/session/workshop-state.ts';

export interface MessageAreas {
  readonly board: BoardMessages;
  readonly common: CommonMessages;
  readonly errors: ErrorsMessages;
  readonly inventory: InventoryMessages;
  readonly review: ReviewMessages;
  readonly session: SessionMessages;
  readonly start: StartMessages;
  readonly voting: VotingMessages;
}

export type MessageArea = keyof MessageAreas;

type AreaLoaders = { readonly [A in MessageArea]: () => Promise<MessageAreas[A]> };

/** One file per language and area, each fetched when first needed: nobody downloads a language they do not read. */
export const MESSAGE_LOADERS: Readonly<Record<Language, AreaLoaders>> = {
  sv: {
    board: async () => (await import('#shared/i18n/sv/board.ts')).board,
    common: async () => (await import('#shared/i18n/sv/common.ts')).common,
    errors: async () => (await import('#shared/i18n/sv/errors.ts')).errors,
    inventory: async () => (await import('#shared/i18n/sv/inventory.ts')).inventory,
    review: async () => (await import('#shared/i18n/sv/review.ts')).review,
    session: async () => (await import('#shared/i18n/sv/session.ts')).session,
    start: async () => (await import('#shared/i18n/sv/start.ts')).start,
    voting: async () => (await import('#shared/i18n/sv/voting.ts')).voting,
  },
  en: {
    board: async () => (await import('#shared/i18n/en/board.ts')).board,
    common: async () => (await import('#shared/i18n/en/common.ts')).common,
    errors: async () => (await import('#shared/i18n/en/errors.ts')).errors,
    inventory: async () => (await import('#shared/i18n/en/inventory.ts')).inventory,
    review: async () => (await import('#shared/i18n/en/review.ts')).review,
    session: async () => (await import('#shared/i18n/en/session.ts')).session,
    start: async () => (await import('#shared/i18n/en/start.ts')).start,
    voting: async () => (await import('#shared/i18n/en/voting.ts')).voting,
  },
};
