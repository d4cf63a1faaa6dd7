import type { StartMessages } from '../sv/start.ts';

export const start: StartMessages = {};
