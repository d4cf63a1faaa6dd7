import { assert } from '#shared/kernel/assert.ts';
import { buildMatrix, cellOf, type Matrix } from '#shared/voting/matrix.ts';
import type { RankedGroups } from '#shared/voting/ranked-groups.ts';

/** `strengths[a][b]`: the strongest path from a to b, in ballots, 0 for none. `order`: best group first. */
export interface SchulzeResult {
  readonly strengths: Matrix;
  readonly order: RankedGroups;
}

/**
 * Schulze method (M. Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
 * single-winner election method", Social Choice and Welfare 36, 2011) with winning votes as strength.
 *
 * The method gives a strict partial order: a is ahead of b when its strongest path to b is the stronger of the two. We
 * show it in layers: first every option that none is ahead of, then the same among those left. Options in one layer are
 * tied; nothing here breaks a tie. Where pairs tie, an option may share a layer although no path leads from it to the
 * options below: `strengths` tells.
 *
 * `pairwise` has a row for each of `optionIds`, in that order.
 */
export function rankBySchulze(optionIds: readonly string[], pairwise: Matrix): SchulzeResult {
  const strengths = strongestPaths(winningVotes(pairwise));
  const order = layersOf(strengths).map((layer) => optionIds.filter((_, index) => layer.has(index)));
  return { strengths, order };
}

/** The votes of a pair's winner; 0 for its loser, and for both when the pair is tied. */
function winningVotes(pairwise: Matrix): Matrix {
  return buildMatrix(pairwise.length, (row, column) => {
    const votes = cellOf(pairwise, row, column);
    return votes > cellOf(pairwise, column, row) ? votes : 0;
  });
}

/** Floyd–Warshall with "widest" for "shortest": a path is as strong as its weakest link. */
function strongestPaths(links: Matrix): Matrix {
  let paths = links;
  for (const via of links.keys()) {
    const known = paths;
    paths = buildMatrix(links.length, (from, to) =>
      Math.max(cellOf(known, from, to), Math.min(cellOf(known, from, via), cellOf(known, via, to))),
    );
  }
  return paths;
}

/** Sets of option indexes, best first. */
function layersOf(strengths: Matrix): readonly ReadonlySet<number>[] {
  const isAhead = (a: number, b: number): boolean => cellOf(strengths, a, b) > cellOf(strengths, b, a);
  const layers: ReadonlySet<number>[] = [];
  let remaining = [...strengths.keys()];
  while (remaining.length > 0) {
    const candidates = remaining;
    const layer = new Set(candidates.filter((b) => !candidates.some((a) => isAhead(a, b))));
    // Being ahead is transitive (Schulze 2011, transitivity theorem), so someone is always unbeaten and the loop ends.
    assert(layer.size > 0, 'the Schulze relation has no cycle');
    layers.push(layer);
    remaining = candidates.filter((index) => !layer.has(index));
  }
  return layers;
}
