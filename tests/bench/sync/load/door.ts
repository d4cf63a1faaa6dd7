/** One person's way into one room. */
export interface Door {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The document's name, for protocols that say it in their messages. */
  readonly room: string;
  /** Who this person is to the server; the author of what they write. */
  readonly author: string;
}
