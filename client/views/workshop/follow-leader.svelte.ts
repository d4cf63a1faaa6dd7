import { isEditable } from './focus.ts';
import { waitBeforeFollowing } from './follow.ts';
import type { WorkshopView } from './workshop-view.svelte.ts';

/**
 * Moves the screen on with the leader. Somebody in the middle of a word gets to its end first. Call while a component is being
 * made; `moved` runs once the view has changed.
 */
export function followLeader(view: WorkshopView, moved: () => void): void {
  let lastKeyAt: number | null = null;

  $effect(() => {
    const typed = () => {
      lastKeyAt = performance.now();
    };
    document.addEventListener('input', typed, { capture: true });
    return () => document.removeEventListener('input', typed, { capture: true });
  });

  $effect(() => {
    if (!view.behind) return;
    const openedAt = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const step = () => {
      const typing = isEditable(document.activeElement);
      const wait = waitBeforeFollowing(performance.now(), openedAt, typing ? lastKeyAt : null);
      if (wait > 0) {
        timer = setTimeout(step, wait);
        return;
      }
      view.moveOn();
      moved();
    };
    step();
    return () => clearTimeout(timer);
  });
}
