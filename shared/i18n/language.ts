import type { Language } from '#shared/session/workshop-state.ts';

export const LANGUAGES: readonly Language[] = ['sv', 'en'];

/** The first language of an `Accept-Language` header that we have; Swedish when it names none of ours. */
export function languageFrom(acceptLanguage: string | undefined): Language {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const tag = part.trim().slice(0, 2).toLowerCase();
    if (tag === 'sv' || tag === 'en') return tag;
  }
  return 'sv';
}
