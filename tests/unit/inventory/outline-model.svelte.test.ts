import { flushSync } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMessages } from '#client/model/messages.svelte.ts';
import { editingOf } from '#client/modules/fields/page-editing.svelte.ts';
import { OutlineModel } from '#client/modules/outline/outline-model.svelte.ts';
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
  return { page, one, two, model, groups };
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
