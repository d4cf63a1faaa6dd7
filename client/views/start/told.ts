/** What somebody who is sent to the start page needs to be told there. */
export type Told = 'not-seated';

let told: Told | null = null;

export function tellStart(what: Told): void {
  told = what;
}

/** Once: it concerns the way here, not the next visit. */
export function takeTold(): Told | null {
  const what = told;
  told = null;
  return what;
}
