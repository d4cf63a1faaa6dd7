import type { RankingBallot } from '#shared/voting/ballot.ts';
import { placesIn } from '#shared/voting/ranked-groups.ts';

/**
 * A ranking while it is being made: tiers, best first, options of one tier alike. An option in no tier is not ranked and
 * will share the last place. Every function gives a new draft, or the same one when there is nothing to do.
 */
export type RankingDraft = readonly (readonly string[])[];

/** One line of the editor. `place` counts from 1 and is shared by those alike (1, 1, 3). */
export interface RankedRow {
  readonly option: string;
  readonly place: number;
  /** The option on the line above, `null` on the first line. */
  readonly above: string | null;
  readonly tiedWithAbove: boolean;
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
}

export const EMPTY_RANKING: RankingDraft = [];

/** A tap on an option that is not ranked: it comes next in order. */
export const rankNext = (draft: RankingDraft, option: string): RankingDraft =>
  tierOf(draft, option) === -1 ? [...draft, [option]] : draft;

export const unrank = (draft: RankingDraft, option: string): RankingDraft =>
  tierOf(draft, option) === -1
    ? draft
    : draft.map((tier) => tier.filter((other) => other !== option)).filter((tier) => tier.length > 0);

/** Ahead of those it is tied with, or else past the tier above: one step of meaning, never a step of mere looks. */
export function moveUp(draft: RankingDraft, option: string): RankingDraft {
  const at = tierOf(draft, option);
  if (!canMoveUp(draft, at)) return draft;
  const rest = othersOf(draft, at, option);
  const before = rest.length > 0 ? at : at - 1;
  return insert(without(draft, at, rest), before, [option]);
}

/** As `moveUp`, the other way. */
export function moveDown(draft: RankingDraft, option: string): RankingDraft {
  const at = tierOf(draft, option);
  if (!canMoveDown(draft, at)) return draft;
  const rest = othersOf(draft, at, option);
  return insert(without(draft, at, rest), at + 1, [option]);
}

/** Makes the option, and those tied with it, as good as the tier above. */
export function tieWithAbove(draft: RankingDraft, option: string): RankingDraft {
  const at = tierOf(draft, option);
  const [tier, above] = [draft[at], draft[at - 1]];
  if (tier === undefined || above === undefined || tier[0] !== option) return draft;
  return [...draft.slice(0, at - 1), [...above, ...tier], ...draft.slice(at + 1)];
}

/** Parts the option, and those below it in the tie, from the one above. */
export function untie(draft: RankingDraft, option: string): RankingDraft {
  const at = tierOf(draft, option);
  const tier = draft[at];
  const from = tier?.indexOf(option) ?? 0;
  if (tier === undefined || from === 0) return draft;
  return [...draft.slice(0, at), tier.slice(0, from), tier.slice(from), ...draft.slice(at + 1)];
}

export function rowsOf(draft: RankingDraft): readonly RankedRow[] {
  const places = placesIn(draft);
  const lines = draft.flatMap((tier, at) => tier.map((option, inTier) => ({ option, at, inTier })));
  return lines.map(({ option, at, inTier }, line) => ({
    option,
    place: places.get(option) ?? 0,
    above: lines[line - 1]?.option ?? null,
    tiedWithAbove: inTier > 0,
    canMoveUp: canMoveUp(draft, at),
    canMoveDown: canMoveDown(draft, at),
  }));
}

/** In the poll's order. */
export const unrankedOf = (draft: RankingDraft, optionIds: readonly string[]): readonly string[] =>
  optionIds.filter((option) => tierOf(draft, option) === -1);

/** Those alike with the option, itself included; empty when it is not ranked. */
export const tiedWith = (draft: RankingDraft, option: string): readonly string[] =>
  draft[tierOf(draft, option)] ?? [];

/** `null` while nothing is ranked: an empty ranking is no ballot. */
export const ballotOf = (draft: RankingDraft): RankingBallot | null =>
  draft.length === 0 ? null : { kind: 'ranking', tiers: draft };

const tierOf = (draft: RankingDraft, option: string): number =>
  draft.findIndex((tier) => tier.includes(option));

const isTied = (draft: RankingDraft, at: number): boolean => (draft[at]?.length ?? 0) > 1;

const canMoveUp = (draft: RankingDraft, at: number): boolean => at > 0 || isTied(draft, at);

const canMoveDown = (draft: RankingDraft, at: number): boolean =>
  at !== -1 && (at < draft.length - 1 || isTied(draft, at));

const othersOf = (draft: RankingDraft, at: number, option: string): readonly string[] =>
  (draft[at] ?? []).filter((other) => other !== option);

/** The draft with a tier cut down to `rest`, or gone when nothing is left of it. */
const without = (draft: RankingDraft, at: number, rest: readonly string[]): RankingDraft => [
  ...draft.slice(0, at),
  ...(rest.length > 0 ? [rest] : []),
  ...draft.slice(at + 1),
];

const insert = (draft: RankingDraft, before: number, tier: readonly string[]): RankingDraft => [
  ...draft.slice(0, before),
  tier,
  ...draft.slice(before),
];
