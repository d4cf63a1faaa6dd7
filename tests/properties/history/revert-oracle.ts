import * as Y from 'yjs';
import type { LogRow } from '#server/storage/update-log.ts';
import { look, type Seen } from './look.ts';

const PLACING = new Set(['box', 'order', 'deletedAt']);

/** What a page should be once a seat has been reverted. */
export interface Expected {
  /** Objects that have been there all the while: values by key, and the letters of the text in no order. */
  readonly steady: ReadonlyMap<
    string,
    { readonly values: ReadonlyMap<string, string>; readonly letters: string }
  >;
  /** Objects the seat has made and nobody else has written in. */
  readonly binned: readonly string[];
  /** Those that somebody else has written in, and whether they are in the bin all the same. */
  readonly kept: ReadonlyMap<string, boolean>;
}

/**
 * Worked out from nothing but how the page looked after each row: a change of a value is its writer's, a character that is gone was deleted
 * by whoever wrote that row.
 */
export function expectedAfterRevert(rows: readonly LogRow[], seat: string, since: number): Expected {
  const doc = new Y.Doc();
  const before = rows.filter(({ at }) => at <= since);
  for (const { update } of before) Y.applyUpdate(doc, update);
  const start = Y.decodeStateVector(Y.encodeStateVector(doc));
  const first = look(doc);
  const pages = rows.slice(before.length).map((row) => {
    Y.applyUpdate(doc, row.update);
    return { isSeats: row.seat === seat && row.kind === 'edit', page: look(doc) };
  });
  const last = pages.at(-1)?.page ?? first;
  const isSeats = (character: string, seats: ReadonlySet<string>): boolean => {
    const [client = '', clock = ''] = character.split(':');
    return seats.has(client) && Number(clock) >= (start.get(Number(client)) ?? 0);
  };
  const seats = clientsOf(rows, seat);
  const steady = new Map<string, { values: Map<string, string>; letters: string }>();
  for (const [id, object] of first) {
    const all = pages.map(({ page }) => page.get(id));
    if (all.some((each) => each?.identity !== object.identity)) continue;
    const values = new Map<string, string>();
    for (const key of new Set([object, ...all].flatMap((each) => [...(each?.values.keys() ?? [])]))) {
      const value = settled(
        object.values.get(key),
        pages.map(({ page, isSeats: by }) => ({ value: page.get(id)?.values.get(key), isSeats: by })),
      );
      if (value !== undefined) values.set(key, value);
    }
    const kept = new Map(
      [...(last.get(id)?.characters ?? [])].filter(([character]) => !isSeats(character, seats)),
    );
    let previous = object.characters;
    for (const { page, isSeats: by } of pages) {
      const next = page.get(id)?.characters ?? new Map<string, string>();
      for (const [character, letter] of previous)
        if (by && !next.has(character) && !isSeats(character, seats)) kept.set(character, letter);
      previous = next;
    }
    steady.set(id, { values, letters: sorted([...kept.values()]) });
  }
  const binned = madeAlone(first, pages);
  const kept = [...last].filter(([id]) => !first.has(id) && id.startsWith(seat) && !binned.includes(id));
  return {
    steady,
    binned,
    kept: new Map(kept.map(([id, { values }]) => [id, values.has('deletedAt')])),
  };
}

export const sorted = (letters: readonly string[]): string => letters.toSorted().join('');

/** The value before the seat's last unbroken run of changes, if that run is the end of them. */
function settled(
  first: string | undefined,
  later: readonly { readonly value: string | undefined; readonly isSeats: boolean }[],
): string | undefined {
  let value = first;
  let previous = first;
  for (const step of later) {
    if (step.value !== previous && !step.isSeats) value = step.value;
    previous = step.value;
  }
  return value;
}

function madeAlone(
  first: ReadonlyMap<string, Seen>,
  pages: readonly { readonly isSeats: boolean; readonly page: ReadonlyMap<string, Seen> }[],
): readonly string[] {
  const alone = new Set<string>();
  let previous = first;
  for (const { isSeats, page } of pages) {
    for (const [id, object] of page) {
      const old = previous.get(id);
      if (old === undefined && isSeats && !first.has(id)) alone.add(id);
      else if (old !== undefined && !isSeats && wordsOf(old) !== wordsOf(object)) alone.delete(id);
    }
    previous = page;
  }
  return [...alone].filter((id) => previous.has(id));
}

function wordsOf({ values, characters }: Seen): string {
  return JSON.stringify([[...values].filter(([key]) => !PLACING.has(key)).sort(), [...characters.keys()]]);
}

function clientsOf(rows: readonly LogRow[], seat: string): ReadonlySet<string> {
  const own = rows.filter((row) => row.seat === seat && row.kind === 'edit');
  return new Set(own.flatMap(({ update }) => [...Y.parseUpdateMeta(update).from.keys()].map(String)));
}
