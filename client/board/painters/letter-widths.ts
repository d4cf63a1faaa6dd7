import type { Canvas } from './painter.ts';

/** Enough for every letter of a few languages in a few fonts. */
const KEPT = 4_000;

/**
 * Widths of letters as shares of the font's size, each measured once: breaking ten thousand notes into lines asks the fonts some hundred
 * times. What letters do to each other's distance is left out; no line is off by more than a letter for it.
 */
export class LetterWidths {
  readonly #widths = new Map<string, number>();

  /** Of a text in the font, as a share of its size. */
  of(canvas: Canvas, text: string, face: FontFace): number {
    let width = 0;
    for (const letter of text) width += this.#letter(canvas, letter, face);
    return width;
  }

  forget(): void {
    this.#widths.clear();
  }

  #letter(canvas: Canvas, letter: string, face: FontFace): number {
    const key = `${face.weight} ${face.family} ${letter}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    if (this.#widths.size > KEPT) this.#widths.clear();
    canvas.font = fontOf(face, MEASURED_AT);
    const width = canvas.measureText(letter).width / MEASURED_AT;
    this.#widths.set(key, width);
    return width;
  }
}

export interface FontFace {
  readonly family: string;
  readonly weight: number;
}

const MEASURED_AT = 100;

export const fontOf = ({ family, weight }: FontFace, size: number): string => `${weight} ${size}px ${family}`;
