import type { CommonMessages } from '#shared/i18n/sv/common.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { ReviewMessages } from '#shared/i18n/sv/review.ts';
import type { Language } from '#shared/session/workshop-state.ts';

/** The language that reports are written in, and its texts. */
export interface MinutesWords {
  readonly language: Language;
  readonly review: ReviewMessages;
  readonly common: CommonMessages;
  /** What fields and their options are called. */
  readonly inventory: InventoryMessages;
}
