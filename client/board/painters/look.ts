import type { BoardObject } from '#shared/content/board-object.ts';
import type { BoundOf } from '../connectors/connector-ends.ts';

/** How much of an object is drawn: its words; a bar for each line of them; its form alone. */
export type Detail = 'words' | 'bars' | 'forms';

/** Colours of the theme as a canvas takes them, by the names of their tokens. */
export type LookColor =
  | 'ground'
  | 'surface'
  | 'surface-sunk'
  | 'ink'
  | 'ink-soft'
  | 'line'
  | 'line-strong'
  | 'accent'
  | 'note-ink'
  | 'note-idea'
  | 'note-need'
  | 'note-question'
  | 'note-risk'
  | 'note-strength'
  | 'draw-ink'
  | 'draw-blue'
  | 'draw-green'
  | 'draw-yellow'
  | 'draw-red'
  | 'draw-purple'
  | 'draw-ink-tint'
  | 'draw-blue-tint'
  | 'draw-green-tint'
  | 'draw-yellow-tint'
  | 'draw-red-tint'
  | 'draw-purple-tint'
  | 'marker-ink'
  | 'marker-blue'
  | 'marker-green'
  | 'marker-yellow'
  | 'marker-red'
  | 'marker-purple';

/** What painters go by besides the object. */
export interface Look {
  readonly colors: Readonly<Record<LookColor, string>>;
  /** Families as in CSS. */
  readonly fonts: { readonly display: string; readonly text: string };
  readonly detail: Detail;
  /** Board units that one pixel of the picture covers: nothing need be thinner. */
  readonly pixel: number;
  /** Where other objects lie, for what is drawn between them. */
  readonly boundOf: BoundOf;
  /** The picture that an object shows; `null` while it has not been fetched. */
  readonly pictureOf?: (object: BoardObject) => CanvasImageSource | null;
}

/** Text of about fifteen units becomes a texture below the one scale, and noise below the other; pixels a board unit. */
const DETAIL_FROM = { words: 0.24, bars: 0.1 } as const;

export function detailAt(scale: number): Detail {
  if (scale >= DETAIL_FROM.words) return 'words';
  return scale >= DETAIL_FROM.bars ? 'bars' : 'forms';
}
