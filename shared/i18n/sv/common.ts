import type { Role } from '#shared/session/role.ts';
import type { Module } from '#shared/modules/module.ts';

const roles: Readonly<Record<Role, string>> = {
  'chief-executive': 'Kommunchef eller kommundirektör',
  'executive-chair': 'Kommunstyrelsens ordförande',
  'opposition-commissioner': 'Oppositionsråd',
  elected: 'Annan förtroendevald',
  'broadband-strategist': 'Bredbandssamordnare eller IT-strateg',
  'planning-head': 'Samhällsbyggnadschef',
  'streets-head': 'Gatu- eller VA-chef',
  'business-head': 'Näringslivschef',
  'finance-head': 'Ekonomichef',
  'social-head': 'Socialchef eller skolchef',
  'network-head': 'Stadsnätschef',
  'market-actor': 'Marknadsaktör (nätägare, operatör)',
  'village-association': 'Byalag eller fiberförening',
  'regional-coordinator': 'Regional bredbandskoordinator',
  'programme-office': 'Programkansli eller analytiker',
  observer: 'Observatör',
  secretary: 'Sekreterare',
  'workshop-leader': 'Workshopledare',
};

const modules: Readonly<Record<Module, string>> = {
  welcome: 'Välkomna',
  inspiration: 'Inspiration och utmaning',
  inventory: 'Inventeringen',
  choices: 'Strategiska vägval',
  'group-work': 'Grupparbete',
  'next-steps': 'Nästa steg',
  evaluation: 'Utvärdering',
};

/** Words every view needs. Swedish is the type: English has exactly the same keys. */
export const common = {
  product: 'Vägval',
  roles,
  modules,
  language: { sv: 'Svenska', en: 'English', label: 'Språk' },
  close: 'Stäng',
  cancel: 'Avbryt',
  save: 'Spara',
  delete: 'Ta bort',
  edit: 'Ändra',
  back: 'Tillbaka',
  loading: 'Hämtar…',
  retry: 'Försök igen',
  minutes: (n: number) => (n === 1 ? '1 minut' : `${n} minuter`),
  optional: 'frivilligt',
  theme: { label: 'Utseende', light: 'Ljust', dark: 'Mörkt', system: 'Som enheten' },
  noConnection: 'Ingen kontakt med servern. Kontrollera nätet och försök igen.',
};

export type CommonMessages = typeof common;
