import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Language } from '#shared/session/workshop-state.ts';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** “6 april 2018”, in the time zone of the device. */
export const formatDate = (time: EpochMs, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long' }).format(time);
