import type { Look, LookColor } from './look.ts';

/** The system colour that stands for each token where the person has chosen all colours. */
const FORCED: Readonly<Record<LookColor, string>> = {
  ground: 'Canvas',
  surface: 'Canvas',
  'surface-sunk': 'Canvas',
  ink: 'CanvasText',
  'ink-soft': 'CanvasText',
  line: 'CanvasText',
  'line-strong': 'CanvasText',
  accent: 'Highlight',
  'note-ink': 'CanvasText',
  'note-idea': 'Canvas',
  'note-need': 'Canvas',
  'note-question': 'Canvas',
  'note-risk': 'Canvas',
  'note-strength': 'Canvas',
  'draw-ink': 'CanvasText',
  'draw-blue': 'CanvasText',
  'draw-green': 'CanvasText',
  'draw-yellow': 'CanvasText',
  'draw-red': 'CanvasText',
  'draw-purple': 'CanvasText',
  'draw-ink-tint': 'Canvas',
  'draw-blue-tint': 'Canvas',
  'draw-green-tint': 'Canvas',
  'draw-yellow-tint': 'Canvas',
  'draw-red-tint': 'Canvas',
  'draw-purple-tint': 'Canvas',
  'marker-ink': 'CanvasText',
  'marker-blue': 'CanvasText',
  'marker-green': 'CanvasText',
  'marker-yellow': 'CanvasText',
  'marker-red': 'CanvasText',
  'marker-purple': 'CanvasText',
};

const FORCED_COLORS = '(forced-colors: active)';
/** Each changes what the tokens say. */
const CONDITIONS = [FORCED_COLORS, '(prefers-contrast: more)', '(prefers-color-scheme: dark)', 'print'];

export type Theme = Pick<Look, 'colors' | 'fonts'>;

/** The theme as a canvas takes it, read from the tokens where the element stands. */
export function readTheme(element: HTMLElement): Theme {
  const style = getComputedStyle(element);
  const isForced = matchMedia(FORCED_COLORS).matches;
  const colorOf = (token: LookColor): string => {
    const color = isForced
      ? systemColor(element, FORCED[token])
      : style.getPropertyValue(`--${token}`).trim();
    return color === '' ? style.color : color;
  };
  const tokens = Object.keys(FORCED) as LookColor[];
  return {
    colors: Object.fromEntries(tokens.map((token) => [token, colorOf(token)])) as Theme['colors'],
    fonts: {
      display: style.getPropertyValue('--font-display').trim() || style.fontFamily,
      text: style.getPropertyValue('--font-text').trim() || style.fontFamily,
    },
  };
}

/** A canvas may take a system colour's name for another theme's; what the element would be painted in is certain. */
function systemColor(element: HTMLElement, name: string): string {
  const before = element.style.color;
  element.style.color = name;
  const { color } = getComputedStyle(element);
  element.style.color = before;
  return color;
}

/** Calls back when the theme may have changed, or letters have got other widths. Returns how to stop. */
export function watchTheme(onChange: () => void): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  for (const condition of CONDITIONS) matchMedia(condition).addEventListener('change', onChange, { signal });
  document.fonts.addEventListener('loadingdone', onChange, { signal });
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    listeners.abort();
    observer.disconnect();
  };
}
