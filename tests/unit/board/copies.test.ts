import { describe, expect, test } from 'vitest';
import { copiesOf, type Copied } from '#client/board/clipboard/copies.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

const id = (name: string) => name as ObjectId;
const BOX = [0, 0, 100, 100] as const;

const FRAME: Copied = { id: id('frame'), kind: 'frame', box: BOX, fields: { title: 'Risker' } };
const NOTE: Copied = {
  id: id('note'),
  kind: 'note',
  box: BOX,
  fields: { text: 'Hej', frame: 'frame', group: 'g', lock: 'leader' },
};
const LINE: Copied = {
  id: id('line'),
  kind: 'connector',
  box: BOX,
  fields: { from: 'note', to: 'elsewhere' },
};
const RESULT: Copied = { id: id('result'), kind: 'result', box: BOX, fields: { pollId: 'p' } };

describe('copies', () => {
  test('speak of each other, and of others only where those are', () => {
    const [frame, note, line] = copiesOf([FRAME, NOTE, LINE], [10, 20], () => false);
    expect(note?.box).toEqual([10, 20, 100, 100]);
    expect(note?.fields?.['frame']).toBe(frame?.id);
    expect(line?.fields).toMatchObject({ from: note?.id, to: '' });
    const [, , there] = copiesOf([FRAME, NOTE, LINE], [0, 0], () => true);
    expect(there?.fields?.['to']).toBe('elsewhere');
  });

  test('have groups of their own and no locks, and none is made of a result', () => {
    const copies = copiesOf([NOTE, { ...NOTE, id: id('other') }, RESULT], [0, 0], () => true);
    expect(copies).toHaveLength(2);
    const groups = new Set(copies.map(({ fields }) => fields?.['group']));
    expect(groups.size).toBe(1);
    expect(groups.has('g')).toBe(false);
    expect(copies.every(({ fields }) => fields?.['lock'] === undefined)).toBe(true);
  });
});
