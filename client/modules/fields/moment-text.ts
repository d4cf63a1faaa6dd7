import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Language } from '#shared/session/workshop-state.ts';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** The time of day for what happened today, with the date ahead of it for what happened before. */
export function momentText(at: EpochMs, now: EpochMs, language: Language): string {
  const [then, today] = [new Date(at), new Date(now)];
  const isToday = then.toDateString() === today.toDateString();
  return new Intl.DateTimeFormat(LOCALES[language], {
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(then);
}
