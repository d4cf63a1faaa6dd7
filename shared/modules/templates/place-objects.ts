import { KINDS, type Box } from '#shared/content/board-object.ts';
import type { TemplateObject } from './workshop-template.ts';

const GAP = 32;
/** Between rows of different kinds, so that notes and cards read as two groups. */
const SECTION_GAP = 64;
/** Four choice cards abreast: a laptop shows the row at about half size, with titles still legible. */
const ROW_WIDTH = 4 * 320 + 3 * GAP;
export const COLUMN_WIDTH = 300;
const COLUMN_GAP = 48;

/**
 * A box for each object, in the given order, below and clear of `taken`. Objects with a column stack in it; the others fill
 * rows from the left, a new row for each kind.
 */
export function placeObjects(objects: readonly TemplateObject[], taken: readonly Box[]): readonly Box[] {
  const boxes: Box[] = [];
  let previous: TemplateObject | null = null;
  for (const object of objects) {
    boxes.push(boxFor(object, previous, boxes.at(-1), [...taken, ...boxes]));
    previous = object;
  }
  return boxes;
}

function boxFor(
  object: TemplateObject,
  previous: TemplateObject | null,
  last: Box | undefined,
  taken: readonly Box[],
): Box {
  const { width, height } = object.size ?? KINDS[object.kind].size;
  if (object.column !== undefined) {
    const x = object.column * (COLUMN_WIDTH + COLUMN_GAP);
    return [x, below(taken.filter((box) => overlapsColumn(box, x, width))), width, height];
  }
  const beside = last !== undefined && previous?.kind === object.kind && previous.column === undefined;
  if (beside && last[0] + last[2] + GAP + width <= ROW_WIDTH)
    return [last[0] + last[2] + GAP, last[1], width, height];
  return [0, below(taken, beside ? GAP : SECTION_GAP), width, height];
}

const below = (boxes: readonly Box[], gap = GAP): number =>
  boxes.length === 0 ? 0 : Math.max(...boxes.map(([, y, , height]) => y + height)) + gap;

const overlapsColumn = ([left, , boxWidth]: Box, x: number, width: number): boolean =>
  left < x + width && x < left + boxWidth;
