import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Reads the colours as the browser does, from the file that is their only source. */
const css = readFileSync(new URL('../../../client/styles/tokens/color.css', import.meta.url), 'utf8');

function tokens(selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    Array.from(block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g), ([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  );
}

const light = tokens(':root');
const dark = new Map([...light, ...tokens("[data-theme='dark']")]);

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lower = 0, higher = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (higher + 0.05) / (lower + 0.05);
}

const GROUNDS = ['ground', 'surface', 'surface-sunk'];
const NOTES = ['note-idea', 'note-need', 'note-question', 'note-risk', 'note-strength'];

const DRAWN = ['ink', 'blue', 'green', 'yellow', 'red', 'purple'].map((name) => `draw-${name}`);

const TEXT: readonly (readonly [ink: string, ground: string])[] = [
  ...GROUNDS.flatMap((ground) =>
    ['ink', 'ink-soft', 'accent', 'danger'].map((ink) => [ink, ground] as const),
  ),
  ...['accent', 'danger'].flatMap((tone) => [
    [`${tone}-ink`, tone] as const,
    [`${tone}-soft-ink`, `${tone}-soft`] as const,
    ['ink', `${tone}-soft`] as const,
  ]),
  ['accent-ink', 'accent-strong'],
  ['warning-soft-ink', 'warning-soft'],
  ...NOTES.map((note) => ['note-ink', note] as const),
  ...DRAWN.flatMap((color) => [
    ...GROUNDS.map((ground) => [color, ground] as const),
    ['draw-on', color] as const,
    ['ink', `${color}-tint`] as const,
  ]),
  ...Array.from({ length: 8 }, (_, n) => [`person-${n + 1}`, 'surface'] as const),
];

const LINES: readonly (readonly [line: string, ground: string])[] = GROUNDS.flatMap((ground) => [
  ['line-strong', ground] as const,
  ['focus', ground] as const,
]);

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, theme) => {
  const color = (name: string): string => {
    const value = theme.get(name);
    if (value === undefined) throw new Error(`no colour --${name}`);
    return value;
  };

  it.each(TEXT)('shows text in --%s on --%s', (ink, ground) => {
    expect(contrast(color(ink), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(LINES)('shows lines in --%s on --%s', (line, ground) => {
    expect(contrast(color(line), color(ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('people', () => {
  it('are named in white on their colour in the light theme', () => {
    for (let n = 1; n <= 8; n += 1) {
      expect(contrast('#ffffff', light.get(`person-${n}`) ?? '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('is light on paper, whatever the screen was', () => {
  expect(css.split("[data-theme='dark'] {")[0]).toMatch(/@media not print \{\s*$/);
});
