import { describe, expect, it } from 'vitest';
import type { BoardObject } from '#shared/content/board-object.ts';
import { digestOf, marksOf } from '#shared/content/page-digest.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { object } from '../table/support.ts';

const note = (id: string, text: string) => object(id, 'note', { text, meaning: '' });
const own = (...ids: string[]): ReadonlySet<ObjectId> => new Set(ids as ObjectId[]);
const digest = (before: readonly BoardObject[], after: readonly BoardObject[], ...mine: string[]) =>
  digestOf(marksOf(before), after, own(...mine));

describe('a digest of what others did', () => {
  it('says nothing when nothing happened', () => {
    expect(digest([note('a', 'x')], [note('a', 'x')])).toBeNull();
  });

  it('counts what came, changed and went', () => {
    const before = [note('stays', 'x'), note('changes', 'x'), note('goes', 'x')];
    const after = [note('stays', 'x'), note('changes', 'y'), note('new', ''), object('item', 'item', {})];
    expect(digest(before, after)).toEqual({ added: { note: 1, item: 1 }, changed: 1, removed: 1 });
  });

  it('leaves out what this person did', () => {
    const before = [note('changes', 'x'), note('goes', 'x')];
    const after = [note('changes', 'y'), note('new', '')];
    expect(digest(before, after, 'changes', 'goes', 'new')).toBeNull();
  });

  it('does not speak of a note that was only moved', () => {
    const moved: BoardObject = { ...note('a', 'x'), box: [900, 900, 200, 100] };
    expect(digest([note('a', 'x')], [moved])).toBeNull();
  });
});
