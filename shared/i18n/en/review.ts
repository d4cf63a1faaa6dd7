import type { ReviewMessages } from '../sv/review.ts';

export const review: ReviewMessages = {};
