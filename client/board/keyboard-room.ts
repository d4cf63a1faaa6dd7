import type { Attachment } from 'svelte/attachments';

/** Less than this is a browser's toolbar coming and going, not a keyboard; CSS pixels. */
const KEYBOARD_AT_LEAST = 120;

/** Tells how much of the element a phone's keyboard leaves in sight, when it opens. */
export const keyboardRoom =
  (onroom: (height: number) => void): Attachment<HTMLElement> =>
  (element) => {
    const { visualViewport } = window;
    if (visualViewport === null) return;
    const tell = (): void => {
      const { top, height } = element.getBoundingClientRect();
      const room = visualViewport.offsetTop + visualViewport.height - top;
      if (height - room > KEYBOARD_AT_LEAST) onroom(room);
    };
    visualViewport.addEventListener('resize', tell);
    return () => visualViewport.removeEventListener('resize', tell);
  };
