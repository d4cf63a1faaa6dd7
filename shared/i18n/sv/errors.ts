import type { ErrorKind } from '#shared/protocol/error-kind.ts';

/** What a refused person reads: what happened, and what they can do. */
export const errors: Readonly<Record<ErrorKind, string>> = {
  malformed: 'Begäran kunde inte läsas. Ladda om sidan och försök igen.',
  'not-signed-in': 'Du har ingen plats i den här workshoppen. Gå med med koden.',
  forbidden: 'Det här kan bara workshopledaren göra.',
  recused: 'Din roll deltar inte i den här delen.',
  removed: 'Workshopledaren har tagit bort dig från workshoppen.',
  waiting: 'Workshopledaren har inte släppt in dig än.',
  'unknown-code': 'Det finns ingen workshop med den koden. Kontrollera tecknen och försök igen.',
  'unknown-workshop': 'Workshoppen finns inte.',
  'unknown-page': 'Sidan finns inte i den här workshoppen.',
  'unknown-activity': 'Punkten finns inte på dagordningen.',
  'unknown-poll': 'Omröstningen finns inte.',
  'unknown-seat': 'Personen finns inte i workshoppen.',
  'unknown-group': 'Gruppen finns inte i workshoppen.',
  'unknown-moment': 'Sidan fanns inte då. Välj en senare tidpunkt.',
  'expired-link': 'Länken gäller inte längre. Be workshopledaren om en ny.',
  'workshop-ended': 'Workshoppen är avslutad och kan bara läsas.',
  'workshop-not-ended': 'Workshoppen pågår redan.',
  'wrong-timer-state': 'Det finns ingen tid att ändra. Starta en ny tid.',
  'poll-not-open': 'Omröstningen är inte öppen. Din röst har inte räknats.',
  'poll-not-closed': 'Stäng omröstningen innan resultatet visas.',
  'poll-not-released': 'Resultatet är inte visat än.',
  'already-voted': 'Din röst är redan mottagen. En hemlig röst kan inte ändras.',
  'too-few-options': 'Välj minst två olika alternativ att rösta om.',
  'no-voters': 'Ingen i rummet har rösträtt i den här delen än.',
  'name-missing': 'Skriv ett namn.',
  'name-too-long': 'Namnet är för långt.',
  'too-large': 'Det är för mycket på en gång. Dela upp det i mindre delar.',
  'not-an-image':
    'Filen går inte att läsa som bild. Den kan vara skadad eller av ett slag som inte tas emot; JPEG, PNG och WebP går bra.',
  'files-full': 'Tavlan har redan så många bilder som får plats.',
  'unknown-file': 'Bilden finns inte.',
  'too-many-attempts': 'För många försök. Vänta en minut och försök igen.',
  'cannot-save': 'Servern kan inte spara just nu. Inget har ändrats; försök igen om en stund.',
  'no-connection': 'Ingen kontakt med servern. Kontrollera nätet och försök igen.',
  internal: 'Något gick fel hos oss. Försök igen.',
};

export type ErrorsMessages = typeof errors;
