import { describe, expect, it } from 'vitest';
import { namesOf, spokenName } from '#client/modules/voting/option-names.ts';
import { voting as sv } from '#shared/i18n/sv/voting.ts';

const named = (...titles: readonly string[]) =>
  namesOf(titles.map((title, index) => ({ id: String(index), title })));
const spoken = (...titles: readonly string[]) =>
  titles.map((_title, index) => spokenName(named(...titles), String(index), sv));

describe('marks', () => {
  it('are parted from the words when every option has its own', () => {
    expect([...named('A. Eget nät', 'B. Avtal').values()]).toEqual([
      { mark: 'A', text: 'Eget nät' },
      { mark: 'B', text: 'Avtal' },
    ]);
  });

  it('may be all there is', () => {
    expect(spoken('Ja', 'Nej')).toEqual(['Ja', 'Nej']);
  });

  it.each([
    ['one option has none', ['A. Eget nät', 'Vänta ett år']],
    ['two options have the same', ['A. Eget nät', 'A. Avtal']],
    ['what stands before the point is a word', ['Kommunen. Ett avtal', 'B. Avtal']],
  ])('are not used when %s', (_why, titles) => {
    expect([...named(...titles).values()]).toEqual(titles.map((text) => ({ mark: null, text })));
  });
});

describe('in a sentence', () => {
  it('a letter stands for itself, a number gets a word so as not to read as a place', () => {
    expect(spoken('A. Eget nät', 'B. Avtal')).toEqual(['A', 'B']);
    expect(spoken('1. Eget nät', '12. Avtal')).toEqual(['nr\u00a01', 'nr\u00a012']);
  });

  it('a title is quoted, so that it does not run into the words around it', () => {
    expect(spoken('Eget nät', 'Avtal, eller inget')).toEqual(['”Eget nät”', '”Avtal, eller inget”']);
  });
});
