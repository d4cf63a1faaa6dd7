import type { WorkshopId } from '#shared/kernel/ids.ts';
import { pageDocument } from '#shared/protocol/sync.ts';
import type { Access } from '#shared/session/permission.ts';

export const WORKSHOP = 'w1' as WorkshopId;
export const PAGE = 'p1';
export const DOCUMENT = pageDocument(WORKSHOP, PAGE);

export const READ_WRITE: Access = { read: true, write: true, reason: null };
export const LOCKED: Access = { read: true, write: false, reason: 'locked' };
export const RECUSED: Access = { read: false, write: false, reason: 'recused' };
export const UNKNOWN_PAGE: Access = { read: false, write: false, reason: 'unknown-page' };
