import type { Part } from './parts.ts';

/** From this width on, a whiteboard with its tools has room. */
export const LAPTOP = 'min-width: 720px';

export const isLaptop = (): boolean => matchMedia(`(${LAPTOP})`).matches;

export const laptopLayout: Part<{ title: string; failed: boolean; onretry: () => void }> = () =>
  import('./LaptopLayout.svelte');
export const phoneLayout: Part<{ title: string; moves: number; failed: boolean; onretry: () => void }> = () =>
  import('../phone/PhoneLayout.svelte');
