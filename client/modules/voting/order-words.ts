import type { VotingMessages } from '#shared/i18n/sv/voting.ts';
import type { RankedGroups } from '#shared/voting/ranked-groups.ts';

type OrderMessages = Pick<VotingMessages, 'order'>;

/** An order in words: “A, sedan B, sist C”, “B, sist A och C lika”. `nameOf` gives the name used in a sentence. */
export function orderInWords(
  order: RankedGroups,
  nameOf: (option: string) => string,
  t: OrderMessages,
): string {
  if (order.length === 1 && (order[0]?.length ?? 0) > 1) return t.order.allAlike;
  return order
    .map((group, index) => inPlace(groupInWords(group, nameOf, t), group, index, order, t))
    .join(', ');
}

/** “A”, or “A och C lika”. */
export function groupInWords(
  group: readonly string[],
  nameOf: (option: string) => string,
  t: OrderMessages,
): string {
  const names = group.map(nameOf);
  return names.length === 1 ? (names[0] ?? '') : t.order.alike(names);
}

/** In a longer order than this a “then” at every step is only in the way. */
const THEN_MAX = 4;

/** Of two options the second is hardly “last”; several alike at the end are, and so is the end of a longer order. */
function inPlace(
  words: string,
  group: readonly string[],
  index: number,
  order: RankedGroups,
  t: OrderMessages,
): string {
  if (index === 0) return words;
  const last = index === order.length - 1 && (order.length > 2 || group.length > 1);
  if (last) return t.order.last(words);
  return order.length > THEN_MAX ? words : t.order.then(words);
}
