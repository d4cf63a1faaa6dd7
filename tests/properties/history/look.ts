import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';

/** An object as it looks, character by character. */
export interface Seen {
  /** Of the map itself: another under the same id is another object. */
  readonly identity: string;
  readonly values: ReadonlyMap<string, string>;
  readonly characters: ReadonlyMap<string, string>;
}

/** A page as it looks; two that look alike by name and letter are the same to everybody. */
export function look(doc: Y.Doc): ReadonlyMap<string, Seen> {
  const page = new Map<string, Seen>();
  for (const [id, object] of objectsOf(doc)) {
    const values = new Map<string, string>();
    const characters = new Map<string, string>();
    for (const [key, value] of object) {
      if (!(value instanceof Y.Text)) values.set(key, JSON.stringify(value));
      else
        for (let item = value._start; item !== null; item = item.right)
          if (!item.deleted && item.content instanceof Y.ContentString)
            for (const [offset, letter] of Array.from(item.content.str).entries())
              characters.set(`${item.id.client}:${item.id.clock + offset}`, letter);
    }
    const root = objectsOf(doc)._map.get(id);
    page.set(id, { identity: `${root?.id.client}:${root?.id.clock}`, values, characters });
  }
  return page;
}
