import type { Kind } from '#shared/content/board-object.ts';
import type { Module } from './module.ts';

/** Results are laid out by the server; everything else is for people to add. */
export type AddableKind = Exclude<Kind, 'result'>;

/** What a page offers to add, the most usual first. A page shows whatever lies on it. */
export function addableKinds(module: Module): readonly AddableKind[] {
  switch (module) {
    case 'inventory':
      return ['item', 'note'];
    case 'choices':
    case 'group-work':
      return ['choice', 'note'];
    case 'welcome':
    case 'inspiration':
    case 'next-steps':
    case 'evaluation':
      return ['note'];
  }
}
