import { languageFrom } from '#shared/i18n/language.ts';
import { must } from '#shared/kernel/assert.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import { MESSAGE_LOADERS, type MessageArea, type MessageAreas } from './message-areas.ts';
import { recall, remember } from './remembered.ts';

type Shelf = Partial<Record<MessageArea, object>>;

/** The user's own choice, else the first of the browser's languages that we have, else Swedish. */
const firstLanguage = (): Language =>
  languageFrom(recall('language') ?? (typeof navigator === 'undefined' ? '' : navigator.languages.join(',')));

let current = $state<Language>(firstLanguage());
let shelves = $state.raw<Readonly<Record<Language, Shelf>>>({ sv: {}, en: {} });
let wanted: readonly MessageArea[] = [];

/** The language of the page; reactive. */
export const language = (): Language => current;

/** Fetches the areas a view is written in. Await it before the view is shown; areas already here cost nothing. */
export async function loadMessages(...areas: readonly MessageArea[]): Promise<void> {
  wanted = [...wanted, ...areas.filter((area) => !wanted.includes(area))];
  // Again if the language changed meanwhile.
  while (missing(current, areas).length > 0) await fetchAreas(current, areas);
}

/** Switches once everything on screen can be shown in the new language, so that no word is missing in between. */
export async function setLanguage(next: Language): Promise<void> {
  while (missing(next, wanted).length > 0) await fetchAreas(next, wanted);
  current = next;
  remember('language', next);
}

/**
 * The texts of an area in the language of the page. Read a text where it is shown (`t.title` in a template or a `$derived`)
 * and it follows the language. Throws when the area has not been loaded.
 */
export const messages = <A extends MessageArea>(area: A): MessageAreas[A] =>
  new Proxy({} as MessageAreas[A], { get: (_target, key) => Reflect.get(loaded(area), key) });

const loaded = (area: MessageArea): object =>
  must<object>(shelves[current][area], `messages of '${area}', not loaded`);

const missing = (from: Language, areas: readonly MessageArea[]): readonly MessageArea[] =>
  areas.filter((area) => shelves[from][area] === undefined);

async function fetchAreas(into: Language, areas: readonly MessageArea[]): Promise<void> {
  const found = await Promise.all(
    missing(into, areas).map(async (area) => [area, await MESSAGE_LOADERS[into][area]()] as const),
  );
  shelves = { ...shelves, [into]: { ...shelves[into], ...Object.fromEntries(found) } };
}
