import { describe, expect, it } from 'vitest';
import { optionTitle } from '#client/modules/voting/option-title.ts';
import { candidatesOf, planFaults, type Candidate } from '#client/modules/voting/poll-plan.ts';
import type { BoardObject, FieldValue, Kind } from '#shared/content/board-object.ts';
import { OPTION_TITLE_MAX, POLL_OPTIONS_MAX, QUESTION_MAX } from '#shared/protocol/limits.ts';
import { objectId } from './polls.ts';

const card = (id: string, kind: Kind, fields: Readonly<Record<string, FieldValue>>): BoardObject => ({
  id: objectId(id),
  kind,
  box: [0, 0, 1, 1],
  order: 'a0',
  author: 'alice',
  createdAt: 0,
  deletedAt: null,
  fields,
});
const candidate = (id: string, title = id): Candidate => ({ id: objectId(id), title, votable: true });

describe('a card as an option', () => {
  it('is its label and its title', () => {
    expect(optionTitle(card('a', 'choice', { label: 'A', title: 'Bredbandsforum äger' }))).toBe(
      'A. Bredbandsforum äger',
    );
    expect(optionTitle(card('a', 'choice', { label: '', title: 'Bredbandsforum äger' }))).toBe(
      'Bredbandsforum äger',
    );
    expect(optionTitle(card('a', 'choice', { label: 'A', title: ' ' }))).toBe('A');
  });

  it('is one line, whatever was typed', () => {
    expect(optionTitle(card('a', 'note', { text: ' Vänta\n\n ett  år\t' }))).toBe('Vänta ett år');
  });

  it('is cut where the poll would refuse it, never inside a character', () => {
    const long = optionTitle(card('a', 'note', { text: 'x'.repeat(500) }));
    expect(long).toHaveLength(OPTION_TITLE_MAX);
    expect(long.endsWith('…')).toBe(true);
    const clef = optionTitle(card('a', 'note', { text: `${'x'.repeat(OPTION_TITLE_MAX - 2)}𝄞𝄞𝄞` }));
    expect(clef).toBe(`${'x'.repeat(OPTION_TITLE_MAX - 2)}…`);
    expect(optionTitle(card('a', 'note', { text: 'x'.repeat(OPTION_TITLE_MAX) }))).toHaveLength(
      OPTION_TITLE_MAX,
    );
  });
});

describe('what a poll can be made of', () => {
  const note = card('n', 'note', { text: 'Vänta' });
  const choice = card('a', 'choice', { label: 'A', title: 'Eget nät' });

  it('is the choice cards, and the notes only where there are none', () => {
    expect(candidatesOf([note, choice])).toEqual({ kind: 'choice', cards: [candidate('a', 'A. Eget nät')] });
    expect(candidatesOf([note])).toEqual({ kind: 'note', cards: [candidate('n', 'Vänta')] });
    expect(candidatesOf([]).cards).toEqual([]);
  });

  it('is nothing from the bin', () => {
    expect(candidatesOf([{ ...choice, deletedAt: 1 }, note]).kind).toBe('note');
  });

  it('includes cards without words, which cannot be chosen', () => {
    expect(candidatesOf([card('a', 'choice', { label: '', title: '' })]).cards).toEqual([
      { id: 'a', title: '', votable: false },
    ]);
  });
});

describe('what keeps a poll from being opened', () => {
  const two = [candidate('a'), candidate('b')];

  it('nothing, when there is a question and a choice', () => {
    expect(planFaults('Vad?', two)).toEqual([]);
  });

  it.each([
    ['no question', '  ', two, { field: 'question', kind: 'question' }],
    ['a very long one', 'x'.repeat(QUESTION_MAX + 1), two, { field: 'question', kind: 'question-too-long' }],
    ['one option', 'Vad?', [candidate('a')], { field: 'cards', kind: 'too-few' }],
    [
      'too many',
      'Vad?',
      Array.from({ length: POLL_OPTIONS_MAX + 1 }, (_, index) => candidate(`c${index}`)),
      { field: 'cards', kind: 'too-many' },
    ],
    [
      'two that read the same',
      'Vad?',
      [candidate('a', 'Eget nät'), candidate('b', 'Eget nät')],
      { field: 'cards', kind: 'alike', title: 'Eget nät' },
    ],
  ])('%s', (_what, question, cards, fault) => {
    expect(planFaults(question, cards)).toEqual([fault]);
  });

  it('all of it at once', () => {
    expect(planFaults('', [])).toHaveLength(2);
  });
});
