import type { GroupId } from '#shared/kernel/ids.ts';
import type { Group } from '#shared/session/workshop-state.ts';

/** Three groups: about three to five people in each, in the rooms this is made for. */
export const threeGroups = (nameOf: (number: number) => string): readonly Group[] =>
  [1, 2, 3].map((number) => ({ id: `group-${number}` as GroupId, name: nameOf(number) }));
