import type { Module } from '#shared/modules/module.ts';

/** The role list people choose from when they join. Names in two languages live in `i18n`. */
export const ROLES = [
  'chief-executive',
  'executive-chair',
  'opposition-commissioner',
  'elected',
  'broadband-strategist',
  'planning-head',
  'streets-head',
  'business-head',
  'finance-head',
  'social-head',
  'network-head',
  'market-actor',
  'village-association',
  'regional-coordinator',
  'programme-office',
  'observer',
  'secretary',
  'workshop-leader',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles a person can take by joining; the leader's seat comes with the leader's link. */
export const JOINABLE_ROLES: readonly Role[] = ROLES.filter((role) => role !== 'workshop-leader');

/** What a role may do in a module: `vote` includes `contribute`, which includes `observe`. */
export type Participation = 'vote' | 'contribute' | 'observe' | 'excluded';

type Matrix = Readonly<Partial<Record<Module, Participation>>>;

const DECIDES: Matrix = { inspiration: 'vote', inventory: 'vote', choices: 'vote', 'group-work': 'vote' };
const SUPPORTS: Matrix = {};

/**
 * The programme's rule: whoever speaks for one network on the market takes no part in the strategic choices, and
 * does take part wherever any market actor may. Modules that are not named follow `contribute`.
 */
const MATRIX: Readonly<Record<Role, Matrix>> = {
  'chief-executive': DECIDES,
  'executive-chair': DECIDES,
  'opposition-commissioner': DECIDES,
  elected: DECIDES,
  'broadband-strategist': DECIDES,
  'planning-head': DECIDES,
  'streets-head': DECIDES,
  'business-head': DECIDES,
  'finance-head': DECIDES,
  'social-head': DECIDES,
  'network-head': { inspiration: 'vote', inventory: 'vote', choices: 'excluded', 'group-work': 'vote' },
  'market-actor': {
    inspiration: 'contribute',
    inventory: 'contribute',
    choices: 'excluded',
    'group-work': 'vote',
  },
  'village-association': {
    inspiration: 'contribute',
    inventory: 'contribute',
    choices: 'excluded',
    'group-work': 'vote',
  },
  'regional-coordinator': { ...SUPPORTS, 'group-work': 'vote' },
  'programme-office': { inspiration: 'observe', choices: 'observe', 'group-work': 'vote' },
  observer: {
    welcome: 'observe',
    inspiration: 'observe',
    inventory: 'observe',
    choices: 'observe',
    'group-work': 'observe',
    'next-steps': 'observe',
  },
  secretary: SUPPORTS,
  'workshop-leader': SUPPORTS,
};

export const participation = (role: Role, module: Module): Participation =>
  MATRIX[role][module] ?? 'contribute';
