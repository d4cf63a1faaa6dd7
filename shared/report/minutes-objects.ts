import { formatNumber } from '#shared/content/number-format.ts';
import type { NumberType } from '#shared/content/number-input-fault.ts';
import { inLabelOrder } from '#shared/content/page-outline.ts';
import { CERTAINTIES, PRIORITIES } from '#shared/content/kinds/inventory-item.ts';
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

/** One finding: what is said, the figures, the need, the cost; then where it comes from and how sure it is. */
export function itemBullet(item: ReviewObject, words: MinutesWords): MinutesBullet {
  const { item: texts, priorities } = words.review;
  const sentences = [
    finished(textOf(item, 'description')),
    ...figuresInWords(item, words),
    sentence(finished(textOf(item, 'needs')), texts.needsText),
    sentence(numberOf(item, 'money', 'costEstimate', words), texts.costText),
    sentence(nameOf(PRIORITIES, textOf(item, 'priority'), priorities), texts.priorityText),
  ];
  return {
    lead: textOf(item, 'title') === '' ? texts.untitled : textOf(item, 'title'),
    text: sentences.filter((part) => part !== '').join(' '),
    source: sourceInWords(item, words),
  };
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
export function sourceInWords(item: ReviewObject, { review }: MinutesWords): string {
  const source = textOf(item, 'source');
  const parts = [
    source === '' ? review.item.noSource : review.item.sourceText(source),
    textOf(item, 'date'),
    nameOf(CERTAINTIES, textOf(item, 'certainty'), review.certainties),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

const VALUE_FIRST = [
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
  const { choice } = words.review;
  const own = VALUE_FIRST.filter(
    (key) => textOf(card, key) !== '' && (card.changed === null || card.changed.includes(key)),
  );
  const lines = own.map((key) => `${choice[key]}: ${textOf(card, key)}`);
  return {
    lead: choiceTitle(card, words),
    text: [textOf(card, 'description'), ...lines].filter((part) => part !== '').join('\n'),
    source: '',
  };
}

export function choiceTitle(card: ReviewObject, { review }: MinutesWords): string {
  const label = textOf(card, 'label');
  const title = textOf(card, 'title') === '' ? review.choice.untitled : textOf(card, 'title');
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

/** The name of an option, or nothing when the value is none of them. */
const nameOf = <T extends string>(
  options: readonly T[],
  value: string,
  names: Readonly<Record<T, string>>,
): string => {
  const option = options.find((candidate) => candidate === value);
  return option === undefined ? '' : names[option];
};
