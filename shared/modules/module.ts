/** The kinds of work a page is for. The kind decides who may take part and what the page offers. */
export const MODULES = [
  'welcome',
  'inspiration',
  'inventory',
  'choices',
  'group-work',
  'next-steps',
  'evaluation',
] as const;

export type Module = (typeof MODULES)[number];
