import { isLaptop, laptopLayout, phoneLayout } from '../workshop/layouts.ts';
import { boardView, pageCards } from '../workshop/parts.ts';
import { loadScreen } from './load-screen.ts';

/**
 * Sends for the door of a workshop and all that is seen first inside, at once. Each part asks for the next only when it is shown, and on
 * a poor link every such turn is a wait. What fails here is asked for again by whoever shows it, and they have the words for it.
 */
export function fetchRoom(): void {
  const door = () => import('./WorkshopDoor.svelte');
  const page = () => import('#client/model/page-model.svelte.ts');
  const parts = isLaptop() ? [laptopLayout, boardView] : [phoneLayout, pageCards];
  for (const fetchPart of [door, loadScreen, page, ...parts]) fetchPart().catch(() => undefined);
}
