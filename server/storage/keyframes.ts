/** Newest snapshots that are kept in any case: when one is damaged, the one before serves. */
const NEWEST_KEPT = 2;

/** Rows between two of the older ones, which are what time travel begins at: some 100 ms to replay. */
const KEYFRAME_ROWS = 2_000;

/**
 * Which of the snapshots are kept no longer: of the older ones, those whose neighbours are near enough to do without them. `seqs`
 * oldest first.
 */
export function superfluous(seqs: readonly number[]): readonly number[] {
  const dropped: number[] = [];
  let kept = 0;
  for (const [index, seq] of seqs.slice(0, -NEWEST_KEPT).entries()) {
    const next = seqs[index + 1] ?? seq;
    if (next - kept <= KEYFRAME_ROWS) dropped.push(seq);
    else kept = seq;
  }
  return dropped;
}
