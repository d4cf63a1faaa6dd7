import type { Box } from '#shared/content/board-object.ts';
import { contains, type Point } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

export interface Area {
  readonly id: ObjectId;
  readonly box: Box;
}

/** The smallest of the areas that the point lies in: the one that people see it in. Of two alike the id decides, on every screen. */
export const innermost = (areas: readonly Area[], point: Point): Area | null =>
  areas
    .filter(({ box }) => contains(box, point))
    .reduce<Area | null>((least, each) => (least === null || isWithin(each, least) ? each : least), null);

const isWithin = (a: Area, b: Area): boolean =>
  a.box[2] * a.box[3] - b.box[2] * b.box[3] < 0 ||
  (a.box[2] * a.box[3] === b.box[2] * b.box[3] && a.id < b.id);
