import { inkToken, type InkStyle } from './ink-style.ts';

/** The theme's colours, for a canvas that knows nothing of styles. Made anew for each frame: people change theme while others draw. */
export class InkPalette {
  readonly #style: CSSStyleDeclaration;
  readonly #isForced: boolean;

  constructor(element: Element) {
    this.#style = getComputedStyle(element);
    this.#isForced = matchMedia('(forced-colors: active)').matches;
  }

  get accent(): string {
    return this.#isForced ? 'Highlight' : this.#token('--accent');
  }

  get surface(): string {
    return this.#isForced ? 'Canvas' : this.#token('--surface');
  }

  ink(style: InkStyle): string {
    return this.#isForced ? 'CanvasText' : this.#token(inkToken(style));
  }

  person(color: number): string {
    return this.#isForced ? 'CanvasText' : this.#token(`--person-${color}`);
  }

  #token(name: string): string {
    return this.#style.getPropertyValue(name);
  }
}
