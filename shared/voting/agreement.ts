import { must } from '#shared/kernel/assert.ts';
import { placesIn, type RankedGroups } from '#shared/voting/ranked-groups.ts';

/**
 * The headline. `same-order`: the same groups throughout, ties included. `same-first`: the same option or options
 * first, but not the same order below. `different-first`: all else, also when the first places only overlap.
 */
export type AgreementVerdict = 'same-order' | 'same-first' | 'different-first';

/** The first places as sets: equal, with some option in common, or with none. */
export type FirstPlaceAgreement = 'same' | 'overlapping' | 'apart';

export type Standing = 'same-place' | 'higher-in-borda' | 'higher-in-schulze';

/** Places count from 1; tied options share the best (1, 2, 2, 4). */
export interface OptionPlaces {
  readonly option: string;
  readonly borda: number;
  readonly schulze: number;
  readonly standing: Standing;
}

/**
 * Every pair of options falls in one of three, as in Kendall's tau: `agreed` (the same one ahead, or tied in both),
 * `disagreed` (opposite ones ahead), `tiedInOne` (tied by one method, ordered by the other). They sum to n(n − 1)/2.
 */
export interface PairAgreement {
  readonly agreed: number;
  readonly disagreed: number;
  readonly tiedInOne: number;
}

/** How far Borda and Schulze tell the same story. `places` is in poll order. */
export interface Agreement {
  readonly verdict: AgreementVerdict;
  readonly firstPlace: FirstPlaceAgreement;
  readonly places: readonly OptionPlaces[];
  readonly pairs: PairAgreement;
}

/** Both orders hold each of `optionIds` exactly once. With no ballots all are tied in both, which is `same-order`. */
export function compareOrders(
  optionIds: readonly string[],
  borda: RankedGroups,
  schulze: RankedGroups,
): Agreement {
  const places = comparePlaces(optionIds, borda, schulze);
  const firstPlace = compareFirstPlaces(places);
  return { verdict: verdictOn(places, firstPlace), firstPlace, places, pairs: comparePairs(places) };
}

function comparePlaces(
  optionIds: readonly string[],
  bordaOrder: RankedGroups,
  schulzeOrder: RankedGroups,
): readonly OptionPlaces[] {
  const bordaPlaces = placesIn(bordaOrder);
  const schulzePlaces = placesIn(schulzeOrder);
  return optionIds.map((option) => {
    const borda = must(bordaPlaces.get(option), 'place under Borda');
    const schulze = must(schulzePlaces.get(option), 'place under Schulze');
    return { option, borda, schulze, standing: standingOf(borda, schulze) };
  });
}

function standingOf(borda: number, schulze: number): Standing {
  if (borda === schulze) return 'same-place';
  return borda < schulze ? 'higher-in-borda' : 'higher-in-schulze';
}

function compareFirstPlaces(places: readonly OptionPlaces[]): FirstPlaceAgreement {
  if (places.every((place) => (place.borda === 1) === (place.schulze === 1))) return 'same';
  return places.some((place) => place.borda === 1 && place.schulze === 1) ? 'overlapping' : 'apart';
}

function verdictOn(places: readonly OptionPlaces[], firstPlace: FirstPlaceAgreement): AgreementVerdict {
  // Places fix the groups: who shares a place is tied. So equal places are equal orders.
  if (places.every((place) => place.standing === 'same-place')) return 'same-order';
  return firstPlace === 'same' ? 'same-first' : 'different-first';
}

function comparePairs(places: readonly OptionPlaces[]): PairAgreement {
  const pairs = places.flatMap((a, index) => places.slice(index + 1).map((b) => pairOrders(a, b)));
  return {
    agreed: pairs.filter(({ borda, schulze }) => borda === schulze).length,
    disagreed: pairs.filter(({ borda, schulze }) => borda * schulze === -1).length,
    tiedInOne: pairs.filter(({ borda, schulze }) => borda !== schulze && borda * schulze === 0).length,
  };
}

/** For each method −1 when a is ahead, 1 when b is, 0 when they are tied. */
function pairOrders(a: OptionPlaces, b: OptionPlaces): { readonly borda: number; readonly schulze: number } {
  return { borda: Math.sign(a.borda - b.borda), schulze: Math.sign(a.schulze - b.schulze) };
}
