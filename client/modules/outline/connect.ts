import type { Page } from '#client/model/types.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import { CONNECTOR_SIZE } from '#shared/content/kinds/connector.ts';
import { around, center } from '#shared/geometry/box.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** Adds an arrow from one object to another. Where its line runs follows from the two. */
export function connect(page: Page, from: BoardObject, to: BoardObject): ObjectId {
  const [x, y] = center(around([from.box, to.box]) ?? from.box);
  const { width, height } = CONNECTOR_SIZE;
  return page.add('connector', {
    box: [Math.round(x - width / 2), Math.round(y - height / 2), width, height],
    fields: { from: from.id, to: to.id, route: 'straight', startHead: 'none', endHead: 'arrow' },
  });
}
