import { flushSync } from 'svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadMessages } from '#client/model/messages.svelte.ts';
import { TableModel } from '#client/modules/inventory/table-model.svelte.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { openLocalPage, wire, type TestPage } from '../page-model/local-page.ts';

beforeAll(() => loadMessages('inventory'));

const BY_HOUSEHOLDS = { key: 'households', direction: 'ascending' } as const;

/** A table on a page with three rows, watched as a component would; `titles` reads its rows from top to bottom. */
function openTable() {
  const alice = openLocalPage('alice');
  const add = (title: string, households: number, priority = '') =>
    alice.page.add('item', { fields: { title, households, priority } });
  const ids = { north: add('north', 10), east: add('east', 20, 'high'), south: add('south', 30) };
  const model = new TableModel(alice.page);
  const titles = () => {
    flushSync();
    return model.rows.map((id) => alice.page.object(id)?.fields['title']);
  };
  watch(() => [model.rows, model.isStale, model.shown]);
  return { alice, ids, model, titles };
}

function watch(read: () => unknown): void {
  $effect.root(() => {
    $effect(() => {
      read();
    });
  });
  flushSync();
}

const openBeside = (alice: TestPage): TestPage => {
  const bob = openLocalPage('bob');
  wire(alice, bob);
  return bob;
};

describe('the rows of the table', () => {
  test('keep their places while values change, and say so', () => {
    const { alice, ids, model, titles } = openTable();
    model.ask({ sort: BY_HOUSEHOLDS });
    const bob = openBeside(alice);
    bob.page.setField(ids.north, 'households', 99);
    expect(titles()).toEqual(['north', 'east', 'south']);
    expect(model.isStale).toBe(true);
    model.arrange();
    expect(titles()).toEqual(['east', 'south', 'north']);
    expect(model.isStale).toBe(false);
  });

  test('stay when they no longer match the filter, until it is asked again', () => {
    const { alice, ids, model, titles } = openTable();
    model.ask({ values: { priority: 'high' } });
    expect(titles()).toEqual(['east']);
    alice.page.setField(ids.east, 'priority', 'low');
    expect(titles()).toEqual(['east']);
    model.arrange();
    expect(titles()).toEqual([]);
  });

  test('of others come last when they come, and go when they go', () => {
    const { alice, ids, model, titles } = openTable();
    model.ask({ sort: BY_HOUSEHOLDS });
    const bob = openBeside(alice);
    bob.page.add('item', { fields: { title: 'new', households: 1 } });
    expect(titles()).toEqual(['north', 'east', 'south', 'new']);
    bob.page.remove([ids.north]);
    expect(titles()).toEqual(['east', 'south', 'new']);
  });

  test('of other kinds are not rows', () => {
    const { alice, titles } = openTable();
    alice.page.add('note', { fields: { text: 'a note' } });
    expect(titles()).toEqual(['north', 'east', 'south']);
  });
});

describe('a new row', () => {
  test('has what the filter asks for, and is opened for writing', () => {
    const { alice, model } = openTable();
    model.ask({ values: { priority: 'high' } });
    model.addRow();
    flushSync();
    const added = model.rows.at(-1) as ObjectId;
    expect(alice.page.object(added)?.fields['priority']).toBe('high');
    expect(model.isWritingAt(added, 'title')).toBe(true);
  });

  test('stays in sight though it does not match the search yet', () => {
    const { model, titles } = openTable();
    model.ask({ text: 'east' });
    model.addRow();
    model.arrange();
    expect(titles()).toEqual(['east', '']);
    model.ask({ text: 'east' });
    expect(titles()).toEqual(['east']);
  });
});

test('removing a row goes to the one that is in its place then', () => {
  const { ids, model } = openTable();
  model.go({ row: ids.east, column: 'remove' });
  model.removeRow(ids.east, 'east');
  expect(model.place).toEqual({ row: ids.south, column: 'remove' });
  model.removeRow(ids.south, 'south');
  expect(model.place).toEqual({ row: ids.north, column: 'remove' });
  model.removeRow(ids.north, 'north');
  expect(model.place.row).toBe('head');
  expect(model.isAt('head', 'remove')).toBe(true);
});

test('nothing is written in on a page that is locked', () => {
  const { alice, ids, model } = openTable();
  alice.session.change({ locked: true });
  model.write({ row: ids.north, column: 'title' });
  expect(model.isWriting).toBe(false);
});

test('the place in the tab order goes to the headings when its row is gone', () => {
  const { alice, ids, model } = openTable();
  model.go({ row: ids.east, column: 'households' });
  openBeside(alice).page.remove([ids.east]);
  flushSync();
  expect(model.isAt('head', 'households')).toBe(true);
});
