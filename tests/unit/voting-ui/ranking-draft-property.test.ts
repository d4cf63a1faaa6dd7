import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  ballotOf,
  EMPTY_RANKING,
  moveDown,
  moveUp,
  rankNext,
  rowsOf,
  tieWithAbove,
  unrank,
  unrankedOf,
  untie,
  type RankingDraft,
} from '#client/modules/voting/ranking-draft.ts';
import { parseBallot } from '#shared/voting/ballot.ts';

const OPTIONS = ['a', 'b', 'c', 'd', 'e'] as const;
const ACTS = { rankNext, unrank, moveUp, moveDown, tieWithAbove, untie };

const presses = fc.array(
  fc.record({
    act: fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
    option: fc.constantFrom(...OPTIONS),
  }),
  { maxLength: 40 },
);

const press = (draft: RankingDraft, { act, option }: { act: keyof typeof ACTS; option: string }) =>
  ACTS[act](draft, option);

it('whatever is pressed, the draft is empty or a ballot that the poll accepts', () => {
  fc.assert(
    fc.property(presses, (steps) => {
      const ballot = ballotOf(steps.reduce(press, EMPTY_RANKING));
      if (ballot === null) return;
      const sent: unknown = JSON.parse(JSON.stringify(ballot));
      expect(parseBallot(sent, 'ranking', OPTIONS)).toEqual({ ok: true, value: ballot });
    }),
  );
});

it('every option is ranked once or not ranked', () => {
  fc.assert(
    fc.property(presses, (steps) => {
      const draft = steps.reduce(press, EMPTY_RANKING);
      const shown = [...rowsOf(draft).map((row) => row.option), ...unrankedOf(draft, OPTIONS)];
      expect(shown.toSorted()).toEqual([...OPTIONS]);
    }),
  );
});

it('a ballot taken up again for change is the ballot that was cast', () => {
  fc.assert(
    fc.property(presses, (steps) => {
      const ballot = ballotOf(steps.reduce(press, EMPTY_RANKING));
      if (ballot !== null) expect(ballotOf(ballot.tiers)).toEqual(ballot);
    }),
  );
});

it('a move that is offered changes the ballot, and one that is not offered does not', () => {
  fc.assert(
    fc.property(presses, (steps) => {
      const draft = steps.reduce(press, EMPTY_RANKING);
      for (const { option, canMoveUp, canMoveDown } of rowsOf(draft)) {
        expect(meaning(moveUp(draft, option)) !== meaning(draft)).toBe(canMoveUp);
        expect(meaning(moveDown(draft, option)) !== meaning(draft)).toBe(canMoveDown);
      }
    }),
  );
});

/** The draft but for the order inside ties, which says nothing. */
const meaning = (draft: RankingDraft): string => draft.map((tier) => tier.toSorted().join('=')).join('>');
