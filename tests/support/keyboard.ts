import type { Page } from 'playwright-core';

/** More stops than any of our views has between two things that somebody wants to do after each other. */
const STOPS_MAX = 120;

/** Goes on with the Tab key until the focus is at what is called this; `back` with Shift. */
export async function tabTo(page: Page, name: string | RegExp, back = false): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    const focused = await focusedName(page);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    seen.push(focused);
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`the Tab key does not come to ${String(name)}; it comes to ${seen.slice(-40).join(' | ')}`);
}

/** What a person is told they are at: the name of the element with the focus, its label or its own words. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return '';
    const labelled = (at.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const labels =
      at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement
        ? [...(at.labels ?? [])].map((label) => label.textContent).join(' ')
        : '';
    const name = [at.getAttribute('aria-label'), labelled, labels, at.textContent].find((text) =>
      text?.trim(),
    );
    return (name ?? '').replace(/\s+/g, ' ').trim();
  });
