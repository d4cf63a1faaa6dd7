import type { Part } from '../workshop/parts.ts';

/** What a leader has in a pocket. */
export const phoneConsole: Part = () => import('../facilitator/PhoneConsole.svelte');
