import type { PollOption } from '#shared/voting/poll.ts';

/** What an option is called: `A` and the words after it, or only words. */
export interface OptionName {
  readonly mark: string | null;
  /** The title without its mark; may be empty when the mark says it all. */
  readonly text: string;
}

const MARKED_TITLE = /^([\p{L}\d]{1,3})(?:\.\s+(.*))?$/su;

/**
 * Parts `A. Bredbandsforum äger` into the mark that people say aloud and the rest. All or none: only when every option of the
 * poll has a mark of its own do marks tell them apart.
 */
export function namesOf(options: readonly PollOption[]): ReadonlyMap<string, OptionName> {
  const parted = options.map(({ id, title }) => [id, part(title)] as const);
  const marks = new Set(parted.map(([, { mark }]) => mark));
  if (!marks.has(null) && marks.size === options.length) return new Map(parted);
  return new Map(options.map(({ id, title }) => [id, { mark: null, text: title }]));
}

function part(title: string): OptionName {
  const match = MARKED_TITLE.exec(title.trim());
  return match === null ? { mark: null, text: title } : { mark: match[1] ?? null, text: match[2] ?? '' };
}

interface NameWords {
  /** A mark that is a number, which alone would read as a place. */
  readonly numbered: (mark: string) => string;
  /** A title, which without quotes runs into the sentence. */
  readonly quoted: (title: string) => string;
}

/** The option's name inside a sentence. */
export function spokenName(names: ReadonlyMap<string, OptionName>, option: string, t: NameWords): string {
  const { mark, text } = names.get(option) ?? { mark: null, text: '' };
  if (mark === null) return t.quoted(text);
  return /^\d+$/.test(mark) ? t.numbered(mark) : mark;
}
