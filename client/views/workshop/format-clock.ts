import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Language } from '#shared/session/workshop-state.ts';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** `14:05`, in the time zone of the device: people in one room have one. */
export const formatClock = (at: EpochMs, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at);
