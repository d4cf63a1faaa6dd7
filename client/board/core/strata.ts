import { lockOf, type BoardObject } from '#shared/content/board-object.ts';

/** Layers of the board, the lowest first. To the front and to the back is within one of them. */
export const STRATA = ['ground', 'cards', 'lines'] as const;
export type Stratum = (typeof STRATA)[number];

/**
 * Areas and a picture that has been locked (a map to pin things to) are ground; connectors and ink lie on top, where people draw them.
 * Fixed, because elements and canvas could otherwise be interleaved anyhow, at the cost of a canvas for each turn.
 */
export function stratumOf(object: BoardObject): Stratum {
  switch (object.kind) {
    case 'frame':
      return 'ground';
    case 'image':
      return lockOf(object) === null ? 'cards' : 'ground';
    case 'connector':
    case 'stroke':
      return 'lines';
    default:
      return 'cards';
  }
}

/** Compares by what lies lower: by stratum, then by the order of the page, alike on every screen. */
export const byDepth = (a: BoardObject, b: BoardObject): number =>
  STRATA.indexOf(stratumOf(a)) - STRATA.indexOf(stratumOf(b)) ||
  compare(a.order, b.order) ||
  compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
