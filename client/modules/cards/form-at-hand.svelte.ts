import type { Component } from 'svelte';
import type { ObjectId } from '#shared/kernel/ids.ts';

type Form = Component<{ id: ObjectId; onclose: () => void; bare?: boolean }>;

/** After the cards have come, when the line has nothing better to do; nobody has read them by then. */
const AFTER_MS = 2_000;

let form = $state.raw<Form | null>(null);

/** The forms of objects, once they are here: they stand in a file of their own, so that a phone has its cards sooner. */
export const formAtHand = (): Form | null => form;

/** Rejects when it cannot be fetched now. */
export async function fetchForm(): Promise<{ readonly default: Form }> {
  const fetched = await import('../fields/ObjectForm.svelte');
  form = fetched.default;
  return fetched;
}

/** Fetches them before they are asked for, so that the tap that opens one can raise the keyboard. Returns how to leave it be. */
export function fetchFormSoon(): () => void {
  const timer = setTimeout(() => {
    // Without a line now; it is asked for again when somebody opens one.
    fetchForm().catch(() => undefined);
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
