import type { BoardObject } from '#shared/content/board-object.ts';
import { matches, type LabelOf } from '#shared/content/table-query.ts';

/** The objects that hold all the words, in the order given; none for no words. */
export const hitsOf = (
  objects: readonly BoardObject[],
  text: string,
  labelOf: LabelOf,
): readonly BoardObject[] =>
  text.trim() === ''
    ? []
    : objects.filter((object) => matches(object, { text, values: {}, sort: null }, labelOf));
