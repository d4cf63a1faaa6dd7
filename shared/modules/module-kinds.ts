import type { Kind } from '#shared/content/board-object.ts';
import type { Module } from './module.ts';

/** What the workshop is about. Everything else on a board is drawn around it, on any page. */
export type AddableKind = Extract<Kind, 'item' | 'choice' | 'note'>;

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
