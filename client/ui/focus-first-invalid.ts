import { tick } from 'svelte';

/** After a refused form: puts the focus where the first mistake is, once the messages are on screen. */
export async function focusFirstInvalid(form: HTMLElement): Promise<void> {
  await tick();
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
