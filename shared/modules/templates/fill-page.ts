import type * as Y from 'yjs';
import { must } from '#shared/kernel/assert.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { orderKeyBetween } from '#shared/kernel/order-key.ts';
import { addObject, objectsOf, readPage } from '#shared/content/page-document.ts';
import { placeObjects } from './place-objects.ts';
import type { TemplateObject } from './workshop-template.ts';

/**
 * Writes the objects on the page, last in order and below what lies there, as `'server'` unless `authorOf` says otherwise. An
 * object whose id is on the page already, even in the bin, is left as it is, so that filling twice is harmless.
 */
export function fillPage<T extends TemplateObject>(
  doc: Y.Doc,
  objects: readonly T[],
  now: EpochMs,
  authorOf: (object: T) => string = () => 'server',
): void {
  const missing = objects.filter((object) => !objectsOf(doc).has(object.id));
  const present = readPage(doc, { withBin: true });
  const boxes = placeObjects(
    missing,
    present.map((object) => object.box),
  );
  let order = present.at(-1)?.order ?? null;
  doc.transact(() => {
    for (const [index, object] of missing.entries()) {
      order = orderKeyBetween(order, null);
      addObject(doc, {
        id: object.id as ObjectId,
        kind: object.kind,
        box: must(boxes[index], 'a box for each object'),
        order,
        author: authorOf(object),
        createdAt: now,
        fields: object.fields,
      });
    }
  });
}
