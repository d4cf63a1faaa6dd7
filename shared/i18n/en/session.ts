import type { SessionMessages } from '../sv/session.ts';

export const session: SessionMessages = {};
