import { formatNumber } from '#shared/content/number-format.ts';
import type { NumberType } from '#shared/content/number-input-fault.ts';
import { inLabelOrder } from '#shared/content/page-outline.ts';
import type { MinutesBullet } from './minutes.ts';
import type { MinutesWords } from './minutes-words.ts';
import type { ReviewObject } from './review.ts';

/** Notes that someone wrote or changed, in the order of the page; the template's prompts are not what was said. */
export const spokenNotes = (objects: readonly ReviewObject[]): readonly ReviewObject[] =>
  objects.filter(
    (object) => object.kind === 'note' && object.changed?.length !== 0 && textOf(object, 'text') !== '',
  );

export const noteBullet = (note: ReviewObject): MinutesBullet => ({
  lead: '',
  text: textOf(note, 'text'),
  source: '',
});

/** Findings by sub-area, in the order the areas come on the page; those of no area first. */
export function itemsBySubArea(
  objects: readonly ReviewObject[],
): ReadonlyMap<string, readonly ReviewObject[]> {
  const areas = new Map<string, ReviewObject[]>([['', []]]);
  for (const item of objects.filter((object) => object.kind === 'item')) {
    const area = textOf(item, 'subArea');
    areas.set(area, [...(areas.get(area) ?? []), item]);
  }
  return areas;
}

/** A finding in sentences, each ready to stand alone; empty where nothing is filled in. */
export interface ItemInWords {
  readonly title: string;
  readonly description: string;
  readonly needs: string;
  /** Households, shares, cost and priority. */
  readonly figures: readonly string[];
  /** Where it comes from and how sure it is. */
  readonly source: string;
}

export function itemInWords(item: ReviewObject, words: MinutesWords): ItemInWords {
  const { item: texts } = words.review;
  return {
    title: textOf(item, 'title') || words.inventory.kinds.item.untitled,
    description: finished(textOf(item, 'description')),
    needs: sentence(finished(textOf(item, 'needs')), texts.needsText),
    figures: [
      ...figuresInWords(item, words),
      sentence(numberOf(item, 'money', 'costEstimate', words), texts.costText),
      sentence(optionInWords(item, 'priority', words), texts.priorityText),
    ].filter((part) => part !== ''),
    source: sourceInWords(item, words),
  };
}

export function itemBullet(item: ReviewObject, words: MinutesWords): MinutesBullet {
  const { title, description, figures, needs, source } = itemInWords(item, words);
  const sentences = [description, needs, ...figures].filter((part) => part !== '');
  return { lead: title, text: sentences.join(' '), source };
}

/** `1 700 hushåll, 410 arbetsställen.` and `Minst 1 Gbit/s: 92 % anslutna, 100 % kan beställa.` */
function figuresInWords(item: ReviewObject, words: MinutesWords): readonly string[] {
  const { item: texts } = words.review;
  const amounts = [
    sentence(numberOf(item, 'count', 'households', words), texts.householdsText),
    sentence(numberOf(item, 'count', 'workplaces', words), texts.workplacesText),
  ].filter((part) => part !== '');
  const shares = [
    sentence(numberOf(item, 'percent', 'connectedShare', words), texts.connectedText),
    sentence(numberOf(item, 'percent', 'passedShare', words), texts.passedText),
  ].filter((part) => part !== '');
  return [finished(amounts.join(', ')), sentence(shares.join(', '), texts.sharesText)];
}

/** `Källa: Kommunens karta, 2026-01-20, uppgift`; that there is none is told too. */
export function sourceInWords(item: ReviewObject, words: MinutesWords): string {
  const { review } = words;
  const source = textOf(item, 'source');
  const parts = [
    source === '' ? review.item.noSource : review.item.sourceText(source),
    textOf(item, 'date'),
    optionInWords(item, 'certainty', words),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** The fields of a choice card below its description, in the order they are always shown. */
export const VALUE_FIRST = [
  'valueCitizens',
  'valueBusiness',
  'valueMunicipality',
  'cost',
  'revenue',
  'pros',
  'cons',
] as const;

export const choicesInOrder = (objects: readonly ReviewObject[]): readonly ReviewObject[] =>
  inLabelOrder(objects.filter((object) => object.kind === 'choice')) as readonly ReviewObject[];

/** Label, title and description, and below them what people have added to or changed in the card. */
export function choiceBullet(card: ReviewObject, words: MinutesWords): MinutesBullet {
  const names = words.inventory.fields.choice;
  const own = VALUE_FIRST.filter(
    (key) => textOf(card, key) !== '' && (card.changed === null || card.changed.includes(key)),
  );
  const lines = own.map((key) => `${names[key]}: ${textOf(card, key)}`);
  return {
    lead: choiceTitle(card, words),
    text: [textOf(card, 'description'), ...lines].filter((part) => part !== '').join('\n'),
    source: '',
  };
}

export function choiceTitle(card: ReviewObject, { inventory }: MinutesWords): string {
  const label = textOf(card, 'label');
  const title = textOf(card, 'title') || inventory.kinds.choice.untitled;
  return label === '' ? title : `${label}. ${title}`;
}

export function textOf(object: ReviewObject, key: string): string {
  const value = object.fields[key];
  return typeof value === 'string' ? value.trim() : '';
}

export function numberOf(object: ReviewObject, type: NumberType, key: string, words: MinutesWords): string {
  const value = object.fields[key];
  return typeof value === 'number' ? formatNumber(type, value, words.language) : '';
}

/** People leave the last full stop out; a sentence that follows needs it. */
const finished = (text: string): string => (text === '' || /[.!?…:]$/.test(text) ? text : `${text}.`);

const sentence = (value: string, say: (value: string) => string): string => (value === '' ? '' : say(value));

/** An option's name as it stands within a sentence; nothing when none is chosen. */
function optionInWords(
  item: ReviewObject,
  key: 'priority' | 'certainty',
  { inventory, language }: MinutesWords,
): string {
  const names: Readonly<Record<string, string | undefined>> = inventory.options[key];
  return (names[textOf(item, key)] ?? '').toLocaleLowerCase(language);
}
