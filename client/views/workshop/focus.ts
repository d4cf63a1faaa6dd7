import { tick } from 'svelte';

/** Where the focus goes when the screen has moved on. One heading per screen carries it. */
export const HEADING_ID = 'workshop-heading';
export const CONTENT_ID = 'workshop-content';

const EDITABLE =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=""], [contenteditable=true]';

export const isEditable = (element: Element | null): boolean => element?.matches(EDITABLE) === true;

/**
 * Whether moving the focus now would take something out of a person's hands: a text, an open dialog, or the controls they
 * are leading with (`data-keeps-focus`).
 */
export const keepsFocus = (element: Element | null): boolean =>
  element !== null && (isEditable(element) || element.closest('dialog, [data-keeps-focus]') !== null);

export function focusHeading(): void {
  if (!keepsFocus(document.activeElement)) document.getElementById(HEADING_ID)?.focus();
}

/**
 * After an act that took its own button away: the focus goes on to what is left in the same place, so that a keyboard does not
 * fall back to the top of the page.
 */
export async function recoverFocus(place: HTMLElement): Promise<void> {
  await tick();
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const next = place.querySelector<HTMLElement>('button, input, select');
  const heading = place.closest('aside, main')?.querySelector<HTMLElement>('[tabindex="-1"]');
  (next ?? heading ?? document.getElementById(HEADING_ID))?.focus();
}
