import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isPlainRecord, ownItems, ownValue } from '#shared/voting/own-data.ts';
import type { PollMethod } from '#shared/voting/poll.ts';

/** One option, by id. */
export interface SingleBallot {
  readonly kind: 'single';
  readonly option: string;
}

/** Option ids in tiers, best first. Options in one tier are tied; an option left out is tied last. */
export interface RankingBallot {
  readonly kind: 'ranking';
  readonly tiers: readonly (readonly string[])[];
}

export type Ballot = SingleBallot | RankingBallot;

/**
 * Why a ballot was refused.
 * - `malformed`: not an object of exactly the expected fields, or a field of the wrong type.
 * - `wrong-kind`: not the kind of ballot this poll takes.
 * - `unknown-option`: an option this poll does not have.
 * - `repeated-option`: the same option twice in a ranking.
 * - `empty-ranking`: no tiers. All alike is said by one tier with everything in it, so that nobody votes by accident.
 * - `empty-tier`: a tier with no options.
 * - `too-large`: more tiers, or more options in a tier, than the poll has options.
 */
export type BallotFault =
  | 'malformed'
  | 'wrong-kind'
  | 'unknown-option'
  | 'repeated-option'
  | 'empty-ranking'
  | 'empty-tier'
  | 'too-large';

/**
 * A ballot as decoded from the wire, checked in full and copied: nothing of `input` is in the value. A ranking keeps
 * the tiers as they were sent; see `normaliseRanking` for what is left out. Never throws on decoded data.
 */
export function parseBallot(
  input: unknown,
  method: PollMethod,
  optionIds: readonly string[],
): Result<Ballot, BallotFault> {
  switch (method) {
    case 'single':
      return parseSingleBallot(input, optionIds);
    case 'ranking':
      return parseRankingBallot(input, optionIds);
  }
}

/** As `parseBallot`, for a poll known to be a single choice. */
export function parseSingleBallot(
  input: unknown,
  optionIds: readonly string[],
): Result<SingleBallot, BallotFault> {
  const content = contentOf(input, 'single', 'option');
  if (!content.ok) return content;
  const option = parseOption(content.value, optionIds);
  return option.ok ? ok({ kind: 'single', option: option.value }) : option;
}

/** As `parseBallot`, for a poll known to be a ranking. */
export function parseRankingBallot(
  input: unknown,
  optionIds: readonly string[],
): Result<RankingBallot, BallotFault> {
  const content = contentOf(input, 'ranking', 'tiers');
  if (!content.ok) return content;
  const tiers = parseList(content.value, optionIds.length, 'empty-ranking', (tier) =>
    parseList(tier, optionIds.length, 'empty-tier', (option) => parseOption(option, optionIds)),
  );
  if (!tiers.ok) return tiers;
  const listed = tiers.value.flat();
  if (new Set(listed).size < listed.length) return err('repeated-option');
  return ok({ kind: 'ranking', tiers: tiers.value });
}

/** The tiers with the options they leave out as a last one, in poll order; as they are when they leave none out. */
export function normaliseRanking(
  tiers: readonly (readonly string[])[],
  optionIds: readonly string[],
): readonly (readonly string[])[] {
  const listed = new Set(tiers.flat());
  const missing = optionIds.filter((option) => !listed.has(option));
  return missing.length === 0 ? tiers : [...tiers, missing];
}

/** What a ballot of the kind carries in its one field besides `kind`. */
function contentOf(input: unknown, kind: PollMethod, field: string): Result<unknown, BallotFault> {
  if (!isPlainRecord(input)) return err('malformed');
  if (ownValue(input, 'kind') !== kind) return err('wrong-kind');
  if (Reflect.ownKeys(input).length !== 2 || !Object.hasOwn(input, field)) return err('malformed');
  return ok(ownValue(input, field));
}

function parseList<T>(
  input: unknown,
  mostItems: number,
  faultWhenEmpty: BallotFault,
  parseItem: (item: unknown) => Result<T, BallotFault>,
): Result<readonly T[], BallotFault> {
  if (!Array.isArray(input)) return err('malformed');
  if (input.length === 0) return err(faultWhenEmpty);
  // Before the walk: an honest list cannot be longer, and a hostile one would cost us its length.
  if (input.length > mostItems) return err('too-large');
  const items: T[] = [];
  for (const raw of ownItems(input)) {
    const item = parseItem(raw);
    if (!item.ok) return item;
    items.push(item.value);
  }
  return ok(items);
}

function parseOption(input: unknown, optionIds: readonly string[]): Result<string, BallotFault> {
  if (typeof input !== 'string') return err('malformed');
  return optionIds.includes(input) ? ok(input) : err('unknown-option');
}
