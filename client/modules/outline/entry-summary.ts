import type { BoardObject } from '#shared/content/board-object.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import { formatNumber } from '#shared/content/number-format.ts';
import { fieldOf, fieldText } from '../fields/field-words.ts';

/** What is said of an object beside its title, so that one knows whether to open it. The group it stands under is not repeated. */
export function entrySummary(t: InventoryMessages, language: Language, object: BoardObject): string {
  const read = (key: string) => fieldText(t, language, object, fieldOf(object.kind, key));
  switch (object.kind) {
    case 'item':
      return joined([
        read('category'),
        households(t, language, object),
        read('priority') && `${t.fields.item.priority}: ${read('priority').toLowerCase()}`,
      ]);
    case 'choice':
      return read('line');
    case 'shape':
      return read('form');
    case 'stamp':
      return read('mark');
    case 'link':
      return read('url');
    default:
      return '';
  }
}

function households(t: InventoryMessages, language: Language, object: BoardObject): string {
  const count = object.fields['households'];
  return typeof count === 'number' ? t.cards.households(formatNumber('count', count, language)) : '';
}

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
