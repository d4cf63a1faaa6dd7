import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Language } from '#shared/session/workshop-state.ts';

/** Workshops are held in Sweden: their minutes tell the time of the room, wherever they are read. */
const TIME_ZONE = 'Europe/Stockholm';
const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const;

/** `8 mars 2018` */
export const dateInWords = (at: EpochMs, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: TIME_ZONE,
  }).format(at);

/** `10.05` in Swedish, `10:05` in English. */
export function timeInWords(at: EpochMs, language: Language): string {
  const time = new Intl.DateTimeFormat(LOCALE[language], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: TIME_ZONE,
  }).format(at);
  return language === 'sv' ? time.replace(':', '.') : time;
}
