import { describe, expect, it } from 'vitest';
import { outlineOf } from '#shared/content/page-outline.ts';
import { idsOf, item, object } from '../table/support.ts';

const note = (id: string, meaning: string) => object(id, 'note', { text: id, meaning });
const choice = (id: string, label: string) => object(id, 'choice', { title: id, label });

const groupsOf = (...objects: Parameters<typeof outlineOf>[0]) =>
  outlineOf(objects).map(({ kind, count, groups }) => ({
    kind,
    count,
    groups: groups.map((group) => [group.key, ...idsOf(group.objects)]),
  }));

describe('the outline of a page', () => {
  it('is empty for an empty page', () => {
    expect(outlineOf([])).toEqual([]);
  });

  it('groups items by sub-area in Swedish order, those without one last', () => {
    const items = [
      item('1', { subArea: 'Öster' }),
      item('2', { subArea: '' }),
      item('3', { subArea: 'Nyhem' }),
      item('4', { subArea: ' Öster ' }),
    ];
    expect(groupsOf(...items)).toEqual([
      {
        kind: 'item',
        count: 4,
        groups: [
          ['Nyhem', '3'],
          ['Öster', '1', '4'],
          ['', '2'],
        ],
      },
    ]);
  });

  it('groups notes by meaning in the order of the meanings', () => {
    const notes = [note('plain', ''), note('risk', 'risk'), note('idea', 'idea')];
    expect(groupsOf(...notes)).toEqual([
      {
        kind: 'note',
        count: 3,
        groups: [
          ['idea', 'idea'],
          ['risk', 'risk'],
          ['', 'plain'],
        ],
      },
    ]);
  });

  it('puts choices in the order of their labels: 2 before 10, unlabelled last', () => {
    const choices = [choice('ten', '10'), choice('new', ''), choice('two', '2'), choice('a', 'A')];
    expect(groupsOf(...choices)).toEqual([
      { kind: 'choice', count: 4, groups: [['', 'two', 'ten', 'a', 'new']] },
    ]);
  });

  it('loses no object of any kind', () => {
    const everything = [
      note('n', 'idea'),
      object('r', 'result', { pollId: 'p' }),
      choice('c', 'A'),
      item('i', { subArea: 'Nyhem' }),
    ];
    expect(groupsOf(...everything).map(({ kind }) => kind)).toEqual(['item', 'choice', 'note', 'result']);
  });
});
