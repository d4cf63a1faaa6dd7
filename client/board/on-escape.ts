import type { Attachment } from 'svelte/attachments';

/** Calls back when Escape is pressed anywhere within and nothing there has made use of it. */
export const onEscape =
  (act: () => void): Attachment<HTMLElement> =>
  (element) => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      act();
    };
    element.addEventListener('keydown', listen);
    return () => element.removeEventListener('keydown', listen);
  };
