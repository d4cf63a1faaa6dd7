import type { Attachment } from 'svelte/attachments';

/** Calls back when the keyboard leaves the element and everything in it; not when the whole window is left. */
export const leaving =
  (act: () => void): Attachment<HTMLElement> =>
  (element) => {
    const left = ({ relatedTarget }: FocusEvent): void => {
      const goesWithin = relatedTarget instanceof Node && element.contains(relatedTarget);
      if (!goesWithin && element.isConnected && document.hasFocus()) act();
    };
    element.addEventListener('focusout', left);
    return () => element.removeEventListener('focusout', left);
  };
