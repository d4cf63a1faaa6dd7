import { recall, remember } from './remembered.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const choiceOf = (kept: string | null): ThemeChoice =>
  kept === 'light' || kept === 'dark' ? kept : 'system';

/** Light or dark, as the device says until somebody chooses. `public/theme.js` does the same before the first paint. */
export class Theme {
  #choice = $state<ThemeChoice>(choiceOf(recall('theme')));
  readonly #root: HTMLElement;
  readonly #darkDevice: MediaQueryList;

  constructor(window: Window) {
    this.#root = window.document.documentElement;
    this.#darkDevice = window.matchMedia('(prefers-color-scheme: dark)');
    this.#darkDevice.addEventListener('change', this.#paint);
    this.#paint();
  }

  get choice(): ThemeChoice {
    return this.#choice;
  }

  choose(choice: ThemeChoice): void {
    this.#choice = choice;
    remember('theme', choice);
    this.#paint();
  }

  #paint = (): void => {
    const dark = this.#choice === 'dark' || (this.#choice === 'system' && this.#darkDevice.matches);
    this.#root.dataset.theme = dark ? 'dark' : 'light';
  };
}
