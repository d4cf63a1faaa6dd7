import { formatNumber } from '#shared/content/number-format.ts';
import { lockOf, type BoardObject } from '#shared/content/board-object.ts';
import type { InventoryMessages } from '#shared/i18n/sv/inventory.ts';
import type { OutlineMessages } from '#shared/i18n/sv/outline.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import { fieldOf, fieldText, objectName } from '../fields/field-words.ts';
import type { OutlineModel } from './outline-model.svelte.ts';

interface Words {
  readonly t: InventoryMessages;
  readonly outline: OutlineMessages;
  readonly language: Language;
}

/** What an object of each kind is told by besides its name. The group it stands under is not repeated. */
const TELLING: Readonly<Partial<Record<BoardObject['kind'], readonly string[]>>> = {
  choice: ['line'],
  text: ['scale'],
  shape: ['form', 'color'],
  connector: ['lineStyle'],
  stroke: ['color'],
  frame: ['color'],
  stamp: ['mark', 'color'],
  link: ['url'],
};

/** What is said of an object beside its title, so that one knows whether to open it. */
export function entrySummary(words: Words, object: BoardObject, model: OutlineModel): string {
  const { outline } = words;
  const lock = lockOf(object);
  const others = model.groupedWith(object);
  return joined([
    ...(object.kind === 'item' ? aboutItem(words, object) : aboutDrawn(words, object)),
    others > 0 ? outline.groupedWith(others) : '',
    lock === null ? '' : outline.lock[lock],
  ]);
}

function aboutItem({ t, language }: Words, object: BoardObject): readonly string[] {
  const read = (key: string) => fieldText(t, language, object, fieldOf(object.kind, key));
  const count = object.fields['households'];
  const priority = read('priority');
  return [
    read('category'),
    typeof count === 'number' ? t.cards.households(formatNumber('count', count, language)) : '',
    priority && `${t.fields.item.priority}: ${priority.toLowerCase()}`,
  ];
}

/** What its name says already is left out. */
function aboutDrawn({ t, language }: Words, object: BoardObject): readonly string[] {
  const name = objectName(t, object);
  return (TELLING[object.kind] ?? [])
    .map((key) => fieldText(t, language, object, fieldOf(object.kind, key)))
    .filter((text) => text !== name);
}

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');
