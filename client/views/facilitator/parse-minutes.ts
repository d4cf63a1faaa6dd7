/** Whole minutes from 1 to `max` as a person types them, with or without the unit; `null` for anything else. */
export function parseMinutes(input: string, max: number): number | null {
  const digits = /^\s*(\d{1,4})\s*(?:min(?:uter|utes|ut|ute)?\.?)?\s*$/i.exec(input)?.[1];
  if (digits === undefined) return null;
  const minutes = Number(digits);
  return minutes >= 1 && minutes <= max ? minutes : null;
}
