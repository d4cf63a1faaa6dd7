import { placesIn, type RankedGroups } from '#shared/voting/ranked-groups.ts';

export interface Placing {
  readonly option: string;
  /** From 1; those tied share the best (1, 2, 2, 4). */
  readonly place: number;
  readonly tied: boolean;
}

/** An order line by line, best first. */
export function placingsIn(order: RankedGroups): readonly Placing[] {
  const places = placesIn(order);
  return order.flatMap((group) =>
    group.map((option) => ({ option, place: places.get(option) ?? 0, tied: group.length > 1 })),
  );
}
