import { loadMessages } from '#client/model/messages.svelte.ts';

/** The screen of a workshop and every text on it travel at the same time. */
export async function loadScreen() {
  const [screen] = await Promise.all([
    import('../workshop/WorkshopScreen.svelte'),
    loadMessages('session', 'inventory'),
  ]);
  return screen;
}
