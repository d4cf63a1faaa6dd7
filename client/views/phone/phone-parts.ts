import type { Part } from '../workshop/parts.ts';

/** What a leader has in a pocket. */
export const phoneConsole: Part = () => import('../facilitator/PhoneConsole.svelte');

/** People, the own seat and the settings: behind a tab that many never open. */
export const moreTab: Part = () => import('./MoreTab.svelte');
