import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { binObject, objectsOf, readPage } from '#shared/content/page-document.ts';
import { fillPage } from '#shared/modules/templates/fill-page.ts';
import { template } from '#shared/modules/templates/template.ts';
import type { TemplateObject } from '#shared/modules/templates/workshop-template.ts';
import { expectNoOverlap } from './overlap.ts';

const note = (id: string, options: Partial<TemplateObject> = {}): TemplateObject => ({
  id,
  kind: 'note',
  fields: { text: id, meaning: '' },
  ...options,
});

describe('filling a page', () => {
  test.each(['bredbandslyftet', 'working-group'] as const)('lays every page of %s out clear', (id) => {
    for (const page of template(id, 'sv').pages) {
      const doc = new Y.Doc();
      fillPage(doc, page.objects, 1000);
      const objects = readPage(doc);
      expect(objects.map((object) => object.id)).toEqual(page.objects.map((object) => object.id));
      expectNoOverlap(objects);
    }
  });

  test('writes as the server at the given time', () => {
    const doc = new Y.Doc();
    fillPage(doc, [note('a')], 1234);
    expect(readPage(doc)[0]).toMatchObject({ author: 'server', createdAt: 1234, fields: { text: 'a' } });
  });

  test('writes as the person when told who', () => {
    const doc = new Y.Doc();
    fillPage(doc, [note('a')], 1, () => 'seat-1');
    expect(readPage(doc)[0]?.author).toBe('seat-1');
  });

  test('is one change to others', () => {
    const doc = new Y.Doc();
    let updates = 0;
    doc.on('update', () => updates++);
    fillPage(doc, [note('a'), note('b'), note('c')], 1);
    expect(updates).toBe(1);
  });

  test('adds after and below what is there', () => {
    const doc = new Y.Doc();
    fillPage(doc, [note('a'), note('b')], 1);
    fillPage(doc, [note('c'), note('d', { column: 0 })], 2);
    expect(readPage(doc).map((object) => object.id)).toEqual(['a', 'b', 'c', 'd']);
    expectNoOverlap(readPage(doc));
  });

  test('stacks a column under its own objects only', () => {
    const doc = new Y.Doc();
    const size = { width: 300, height: 100 };
    fillPage(doc, [note('a', { column: 0, size }), note('b', { column: 1, size })], 1);
    fillPage(doc, [note('c', { column: 1, size })], 2);
    const [a, b, c] = readPage(doc);
    expect(a?.box[1]).toBe(b?.box[1]);
    expect(c?.box[0]).toBe(b?.box[0]);
    expect(c?.box[1]).toBe((b?.box[1] ?? 0) + 132);
  });

  test('starts a new row for a new kind and when the row is full', () => {
    const doc = new Y.Doc();
    const cards = Array.from({ length: 5 }, (_, index) => note(`k${index}`, { kind: 'choice', fields: {} }));
    fillPage(doc, [note('a'), ...cards], 1);
    const rows = readPage(doc).map((object) => object.box[1]);
    expect(rows).toEqual([0, 224, 224, 224, 224, 876]);
  });

  test('twice is the same as once, also for what has been binned', () => {
    const doc = new Y.Doc();
    fillPage(doc, [note('a'), note('b')], 1);
    const map = objectsOf(doc).get('a');
    if (map !== undefined) binObject(map, 5);
    fillPage(doc, [note('a'), note('b')], 2);
    expect(readPage(doc).map((object) => object.id)).toEqual(['b']);
    expect(readPage(doc, { withBin: true })).toHaveLength(2);
  });
});
