import { flushSync } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMessages } from '#client/model/messages.svelte.ts';
import { editingOf } from '#client/modules/fields/page-editing.svelte.ts';
import { OutlineModel } from '#client/modules/outline/outline-model.svelte.ts';
import { rivalsOf } from '#client/modules/outline/reorder.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { openLocalPage } from '../page-model/local-page.ts';

beforeAll(() => loadMessages('inventory'));

function openOutline() {
  const { page } = openLocalPage('alice');
  const one = page.add('item', { fields: { title: 'one', subArea: 'Nyhem' } });
  const two = page.add('item', { fields: { title: 'two', subArea: 'Öster' } });
  const model = new OutlineModel(page);
  const read = () => model.sections;
  $effect.root(() => {
    $effect(() => {
      read();
    });
  });
  const groups = () => {
    flushSync();
    return model.sections.flatMap(({ groups: all }) => all.map(({ key, objects }) => [key, objects.length]));
  };
  const first = () => {
    flushSync();
    return model.sections[0]?.groups[0]?.objects.map(({ id }) => id);
  };
  return { page, one, two, model, groups, first };
}

describe('an entry of the outline', () => {
  test('keeps its place while somebody is in it', () => {
    const { page, one, model, groups } = openOutline();
    model.enter(one);
    page.setField(one, 'subArea', 'Öster');
    expect(groups()).toEqual([
      ['Nyhem', 1],
      ['Öster', 1],
    ]);
    model.leave(one);
    expect(groups()).toEqual([['Öster', 2]]);
  });

  test('stays in sight while somebody is in it, whatever is searched for', () => {
    const { page, one, model } = openOutline();
    model.search = 'one';
    model.enter(one);
    page.setField(one, 'title', 'three');
    flushSync();
    expect(model.found).toBe(1);
    model.leave(one);
    flushSync();
    expect(model.found).toBe(0);
  });

  test('stays among the same ones while the focus is there, whatever others move', () => {
    const { page, model, one, first } = openOutline();
    const [three, four] = ['three', 'four'].map((title) =>
      page.add('item', { fields: { title, subArea: 'Nyhem' } }),
    ) as [ObjectId, ObjectId];
    model.enter(one);
    page.reorder(four, one);
    expect(first()).toEqual([one, three, four]);
    model.leaveAll();
    expect(first()).toEqual([four, one, three]);
  });

  test('moves at once when this person moves it, and back again with undo', () => {
    const { page, model, one, first } = openOutline();
    const three = page.add('item', { fields: { title: 'three', subArea: 'Nyhem' } });
    model.enter(one);
    expect(model.move(one, [one, three], 1)).toBe(1);
    expect(first()).toEqual([three, one]);
    expect(model.move(one, [three, one], 1)).toBeNull();
    page.undo();
    model.showOrder();
    expect(first()).toEqual([one, three]);
  });

  test('changes places with those of the same label only: the others stand in the order of their labels', () => {
    const { page } = openLocalPage('alice');
    const objects = ['A', 'B', '', '']
      .map((label) => page.add('choice', { fields: { label } }))
      .flatMap((id) => page.object(id) ?? []);
    expect(objects.map((object) => rivalsOf(objects, object).length)).toEqual([1, 1, 2, 2]);
  });

  test('goes when it is removed by somebody else while one is in it', () => {
    const { page, one, model, groups } = openOutline();
    model.enter(one);
    page.remove([one]);
    expect(groups()).toEqual([['Öster', 1]]);
  });
});

describe('what this person had a hand in', () => {
  test('is taken once', () => {
    const { page, one, two } = openOutline();
    const editing = editingOf(page);
    editing.own.take();
    editing.set(one, 'priority', 'high');
    editing.remove(two, 'two');
    expect([...editing.own.take()].sort()).toEqual([one, two].sort());
    expect(editing.own.take().size).toBe(0);
  });

  test('includes what a step of undo brought back', () => {
    const { page, two } = openOutline();
    const editing = editingOf(page);
    editing.remove(two, 'two');
    editing.own.take();
    editing.undo();
    expect([...editing.own.take()]).toEqual([two]);
    expect(editing.removed).toBeNull();
  });

  test('a removal is offered to be undone until something else is done', () => {
    const { page, one, two } = openOutline();
    const editing = editingOf(page);
    editing.remove(two, 'two');
    expect(editing.removed).toEqual({ id: two, name: 'two' });
    editing.set(one, 'priority', 'low');
    expect(editing.removed).toBeNull();
  });
});
