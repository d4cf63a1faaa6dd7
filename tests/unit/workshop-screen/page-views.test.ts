import { describe, expect, it } from 'vitest';
import { pageViews, viewFor } from '#client/views/workshop/page-views.ts';
import { MODULES } from '#shared/modules/module.ts';

describe('views of a page', () => {
  it('begin with the board on a laptop and with cards on a phone', () => {
    expect(viewFor('inventory', 'laptop', null)).toBe('board');
    expect(viewFor('inventory', 'phone', null)).toBe('cards');
  });

  it('always include the complete outline', () => {
    for (const module of MODULES) {
      expect(pageViews(module, 'laptop')).toContain('outline');
      expect(pageViews(module, 'phone')).toContain('outline');
    }
  });

  it('keep the person’s choice where the page has it', () => {
    expect(viewFor('inventory', 'laptop', 'table')).toBe('table');
    expect(viewFor('choices', 'laptop', 'table')).toBe('board');
    expect(viewFor('choices', 'phone', 'board')).toBe('board');
  });
});
