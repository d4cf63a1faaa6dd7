import * as Y from 'yjs';
import { objectsOf, type ObjectMap } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { AttributedRun, ObjectAttribution, Writer } from '#shared/protocol/history.ts';
import { runsOf } from './characters.ts';
import type { WriterOf } from './writer-of.ts';

/** Who wrote each object, each value and each character on the page, the bin included. */
export const attribute = (doc: Y.Doc, writers: WriterOf): readonly ObjectAttribution[] =>
  [...objectsOf(doc)].map(([id, object]) => ({
    id: id as ObjectId,
    writer: writerAt(objectsOf(doc), id, writers),
    ...attributeKeys(object, writers),
  }));

function attributeKeys(object: ObjectMap, writers: WriterOf): Pick<ObjectAttribution, 'fields' | 'texts'> {
  const keys = [...object.keys()];
  const isText = (key: string) => object.get(key) instanceof Y.Text;
  return {
    fields: Object.fromEntries(
      keys.filter((key) => !isText(key)).map((key) => [key, writerAt(object, key, writers)]),
    ),
    texts: Object.fromEntries(
      keys.filter(isText).map((key) => [key, attributeText(object.get(key) as Y.Text, writers)]),
    ),
  };
}

function attributeText(text: Y.Text, writers: WriterOf): readonly AttributedRun[] {
  const runs: AttributedRun[] = [];
  for (const run of runsOf(text)) {
    const writer = writers.of(run.client);
    const last = runs.at(-1);
    if (last?.writer === writer) runs[runs.length - 1] = { writer, text: last.text + run.text };
    else runs.push({ writer, text: run.text });
  }
  return runs;
}

const writerAt = (
  map: { readonly _map: ReadonlyMap<string, Y.Item> },
  key: string,
  writers: WriterOf,
): Writer => writers.of(must(map._map.get(key), 'the item of a key that is there').id.client);
