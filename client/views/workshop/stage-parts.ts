import type { Part } from './parts.ts';

/** What few meet, or only at the end of the day: not part of what a phone fetches first. */
export const endedStage: Part<{ onlook?: () => void }> = () => import('./EndedStage.svelte');
export const leaderGathering: Part = () => import('./LeaderGathering.svelte');
