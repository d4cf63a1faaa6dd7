import type { ObjectChange, Page } from '#client/model/types.ts';
import { frameOf, type BoardObject, type Box } from '#shared/content/board-object.ts';
import { around, inflate, overlaps, translate } from '#shared/geometry/box.ts';
import { freePlace, GAP } from '#shared/geometry/free-space.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** Below the title of a frame, board units. */
const TITLE_ROOM = 64;

/**
 * Moves an object into a frame, or out of the one it is in (`null`): to free space there, with all that lies in it when it is a frame itself.
 * One step of undo. Looks at the whole page: for a command, not for a gesture.
 */
export function moveToFrame(page: Page, id: ObjectId, frameId: ObjectId | null): void {
  const objects = page.ids.flatMap((each) => page.object(each) ?? []);
  const object = objects.find((each) => each.id === id);
  const to = objects.find((each) => each.id === frameId);
  if (object === undefined || (frameId !== null && to === undefined)) return;
  const moving = withMembers(objects, object);
  const others = objects.filter((each) => !moving.includes(each) && each.kind !== 'connector');
  const place = to === undefined ? outside(object, objects, others) : inside(object, to, others);
  const [dx, dy] = [place[0] - object.box[0], place[1] - object.box[1]];
  page.change(
    moving.map((each): ObjectChange => {
      const box = translate(each.box, dx, dy);
      return each === object ? { id, box, fields: { frame: frameId ?? '' } } : { id: each.id, box };
    }),
  );
}

/** The frames that an object can be moved to: not the one it is in, nor those that lie in itself. */
export function framesFor(page: Page, object: BoardObject): readonly BoardObject[] {
  const objects = page.ids.flatMap((id) => page.object(id) ?? []);
  const own = withMembers(objects, object);
  return objects.filter(
    (each) => each.kind === 'frame' && !own.includes(each) && each.id !== frameOf(object),
  );
}

/** The object itself first, then what lies in it, frames in frames too. */
function withMembers(objects: readonly BoardObject[], object: BoardObject): readonly BoardObject[] {
  const found = new Set([object]);
  for (const each of found)
    if (each.kind === 'frame')
      for (const member of objects) if (frameOf(member) === each.id) found.add(member);
  return [...found];
}

function inside({ box }: BoardObject, { box: frame }: BoardObject, others: readonly BoardObject[]): Box {
  const [x, y, width, height] = frame;
  const taken = others.filter(({ kind }) => kind !== 'frame').map((other) => other.box);
  return freePlace([x + GAP, y + TITLE_ROOM], { width: box[2], height: box[3] }, (place) => {
    const [left, top, right, bottom] = [place[0], place[1], place[0] + place[2], place[1] + place[3]];
    const fits = left >= x && top >= y && right <= x + width && bottom <= y + height;
    return !fits || taken.some((other) => overlaps(place, other));
  });
}

/** Beside the outermost frame that it has lain in. */
function outside(object: BoardObject, objects: readonly BoardObject[], others: readonly BoardObject[]): Box {
  const frames = objects.filter(({ kind, box }) => kind === 'frame' && overlaps(box, object.box));
  const [x, y, width] = around(frames.map(({ box }) => box)) ?? object.box;
  const size = { width: object.box[2], height: object.box[3] };
  return freePlace([x + width + GAP, y], size, (place) =>
    others.some(({ box }) => overlaps(inflate(place, 1), box)),
  );
}
