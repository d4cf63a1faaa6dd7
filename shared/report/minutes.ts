/**
 * Minutes as a neutral tree: what is said and in which form, not how it looks. Screens, print and files render the same
 * tree, so that they cannot tell different stories.
 */
export interface Minutes {
  /** `Minnesanteckningar från …` */
  readonly title: string;
  /** Date and place, then the organisation when there is one. */
  readonly subtitle: readonly string[];
  /** That these are notes, and of a direction rather than a decision. */
  readonly standing: string;
  readonly sections: readonly MinutesSection[];
}

export interface MinutesSection {
  readonly heading: string;
  readonly blocks: readonly MinutesBlock[];
}

export type MinutesBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | {
      readonly kind: 'bullets';
      readonly bullets: readonly MinutesBullet[];
      /** Whether bullets have their own marks, such as `A.`, so that a dot would be one too many. */
      readonly labelled: boolean;
    }
  | MinutesTable;

export interface MinutesBullet {
  /** Set apart ahead of the text: what the bullet is about. May be empty. */
  readonly lead: string;
  /** May hold line breaks. */
  readonly text: string;
  /** Where it comes from and how sure it is; empty for what people said. */
  readonly source: string;
}

export interface MinutesTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly heading: string; readonly numeric: boolean }[];
  /** Whether the last row sums those above it. */
  readonly summed: boolean;
  /** As many cells as columns. */
  readonly rows: readonly (readonly string[])[];
}

export const paragraph = (text: string): MinutesBlock => ({ kind: 'paragraph', text });
export const subheading = (text: string): MinutesBlock => ({ kind: 'subheading', text });

/** Nothing at all when there is nothing to list. */
export const bullets = (list: readonly MinutesBullet[], labelled = false): readonly MinutesBlock[] =>
  list.length === 0 ? [] : [{ kind: 'bullets', bullets: list, labelled }];
