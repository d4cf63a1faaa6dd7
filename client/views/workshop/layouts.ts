import type { Part } from './parts.ts';

export const laptopLayout: Part<{ title: string; failed: boolean; onretry: () => void }> = () =>
  import('./LaptopLayout.svelte');
export const phoneLayout: Part<{ title: string; moves: number; failed: boolean; onretry: () => void }> = () =>
  import('../phone/PhoneLayout.svelte');
