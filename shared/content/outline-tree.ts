import type { ObjectId } from '#shared/kernel/ids.ts';
import { frameOf, type BoardObject } from './board-object.ts';
import { groupedBy, outlineOf, type OutlineSection } from './page-outline.ts';

/** A page as it lies in its frames. */
export interface OutlineTree {
  /** What lies in no frame, and the frames that lie in none. */
  readonly sections: readonly OutlineSection[];
  /** What each frame holds, by the frame. */
  readonly within: ReadonlyMap<ObjectId, readonly OutlineSection[]>;
}

/** Every object of the page, each under the frame that it lies in. A frame that is not among the objects holds nothing. */
export function outlineTree(objects: readonly BoardObject[]): OutlineTree {
  const places = placesOf(objects);
  const byPlace = groupedBy(objects, ({ id }) => places.get(id) ?? null);
  const sections = outlineOf(byPlace.get(null) ?? []);
  byPlace.delete(null);
  return {
    sections: framesFirst(sections),
    within: new Map(
      [...byPlace].flatMap(([id, inside]) => (id === null ? [] : [[id, framesFirst(outlineOf(inside))]])),
    ),
  };
}

/** The frame that each framed object is read under. Frames that lie in each other in a ring are read where no frame is, so that nothing is lost. */
function placesOf(objects: readonly BoardObject[]): ReadonlyMap<ObjectId, ObjectId> {
  const frames = new Map(objects.filter(({ kind }) => kind === 'frame').map((frame) => [frame.id, frame]));
  const places = new Map<ObjectId, ObjectId>();
  for (const object of objects) {
    const frame = frames.get(frameOf(object) ?? object.id);
    if (frame === undefined || frame === object) continue;
    if (object.kind !== 'frame' || !isWithin(frame, object, frames)) places.set(object.id, frame.id);
  }
  return places;
}

function isWithin(
  inner: BoardObject,
  outer: BoardObject,
  frames: ReadonlyMap<ObjectId, BoardObject>,
): boolean {
  const seen = new Set<BoardObject>();
  let at: BoardObject | undefined = inner;
  while (at !== undefined && !seen.has(at)) {
    if (at === outer) return true;
    seen.add(at);
    at = frames.get(frameOf(at) ?? at.id);
  }
  return false;
}

/** The parts of a page come before what lies beside them. */
const framesFirst = (sections: readonly OutlineSection[]): readonly OutlineSection[] =>
  [...sections].sort((a, b) => Number(b.kind === 'frame') - Number(a.kind === 'frame'));
