/** Keeps ids of different things apart at compile time; at run time an id is a plain string. */
export type Branded<T, B extends string> = T & { readonly __brand: B };

export type WorkshopId = Branded<string, 'WorkshopId'>;
export type SeatId = Branded<string, 'SeatId'>;
export type ActivityId = Branded<string, 'ActivityId'>;
export type GroupId = Branded<string, 'GroupId'>;
export type PollId = Branded<string, 'PollId'>;
export type ObjectId = Branded<string, 'ObjectId'>;

/** Ids travel in URLs, file names and element ids, so they keep to characters safe in all three. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** Fills the array with random bytes; the caller hands in its platform's source. */
export type RandomBytes = (length: number) => Uint8Array;

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** An id of `length` characters from a 32-letter alphabet: 5 bits each, so 16 characters carry 80 bits. */
export function randomId(random: RandomBytes, length = 16): string {
  let id = '';
  for (const byte of random(length)) id += ALPHABET.charAt(byte & 31);
  // A leading letter keeps the id valid as an element id and a CSS name.
  return /^[a-z]/.test(id) ? id : `a${id.slice(1)}`;
}
