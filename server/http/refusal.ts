import type { Language } from '#shared/session/workshop-state.ts';
import type { ErrorBody, ErrorKind } from '#shared/protocol/error-kind.ts';
import { errors as english } from '#shared/i18n/en/errors.ts';
import { errors as swedish } from '#shared/i18n/sv/errors.ts';

/** A kind of error as the person reads it. */
export const errorBody = (kind: ErrorKind, language: Language): ErrorBody => ({
  kind,
  text: (language === 'sv' ? swedish : english)[kind],
});
