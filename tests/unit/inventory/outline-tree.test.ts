import { describe, expect, test } from 'vitest';
import { outlineTree } from '#shared/content/outline-tree.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { idsOf, object } from '../table/support.ts';

const frame = (id: string, within = '') => object(id, 'frame', { title: id, frame: within });
const note = (id: string, within = '') => object(id, 'note', { text: id, frame: within });

function told(...objects: Parameters<typeof outlineTree>[0]) {
  const { sections, within } = outlineTree(objects);
  const ids = (of: typeof sections) => of.flatMap(({ groups }) => groups.flatMap((g) => idsOf(g.objects)));
  return { top: ids(sections), in: (id: string) => ids(within.get(id as ObjectId) ?? []) };
}

describe('a page in its frames', () => {
  test('what lies in a frame is read under it, frames in frames too', () => {
    const page = told(frame('outer'), frame('inner', 'outer'), note('deep', 'inner'), note('loose'));
    expect(page.top).toEqual(['outer', 'loose']);
    expect(page.in('outer')).toEqual(['inner']);
    expect(page.in('inner')).toEqual(['deep']);
  });

  test('what lies in a frame that has gone, or in something that is no frame, is read where no frame is', () => {
    expect(told(note('a', 'gone'), note('b', 'a')).top).toEqual(['a', 'b']);
  });

  test('frames that lie in each other are not lost', () => {
    const page = told(frame('one', 'two'), frame('two', 'one'), frame('self', 'self'), note('n', 'one'));
    expect(page.top).toEqual(['one', 'two', 'self']);
    expect(page.in('one')).toEqual(['n']);
  });

  test('every object is read exactly once, also of a page of ten thousand', () => {
    const frames = Array.from({ length: 100 }, (_, i) =>
      frame(`f${i}`, i > 0 && i % 3 === 0 ? `f${i - 1}` : ''),
    );
    const notes = Array.from({ length: 9_900 }, (_, i) => note(`n${i}`, i % 2 === 0 ? `f${i % 100}` : ''));
    const all = [...frames, ...notes];
    const { sections, within } = outlineTree(all);
    const read = [sections, ...within.values()].flatMap((of) =>
      of.flatMap(({ groups }) => groups.flatMap((group) => idsOf(group.objects))),
    );
    expect(read.length).toBe(all.length);
    expect(new Set(read).size).toBe(all.length);
  });
});
