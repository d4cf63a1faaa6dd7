import type { Module } from '#shared/modules/module.ts';

/** Four views of one page. The outline is complete on every page; the table is for what has columns. */
export type PageView = 'board' | 'table' | 'outline' | 'cards';

export type Layout = 'laptop' | 'phone';

/** What a page offers on a screen of this width, the one to begin with first. */
export function pageViews(module: Module, layout: Layout): readonly PageView[] {
  if (layout === 'phone') return ['cards', 'outline', 'board'];
  return module === 'inventory' ? ['board', 'table', 'outline'] : ['board', 'outline'];
}

/** The chosen view where the page has it, else the first: a choice for the inventory does not follow to a page without a table. */
export function viewFor(module: Module, layout: Layout, chosen: PageView | null): PageView {
  const views = pageViews(module, layout);
  const first = views[0] ?? 'outline';
  return chosen !== null && views.includes(chosen) ? chosen : first;
}
