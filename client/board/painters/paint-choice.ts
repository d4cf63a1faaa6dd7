import { wordsIn } from '#client/modules/fields/field-words.ts';
import { titleOf } from '#shared/content/board-object.ts';
import type { Painter } from './painter.ts';
import { paintWordsCard, textPassage, titlePassage } from './paint-words-card.ts';

/** Value comes before cost, here as everywhere. */
const PARTS = [
  'description',
  'valueCitizens',
  'valueBusiness',
  'valueMunicipality',
  'cost',
  'revenue',
  'pros',
  'cons',
] as const;

export const paintChoice: Painter = (canvas, object, box, look) => {
  const label = wordsIn(object, 'label');
  paintWordsCard(canvas, object, box, look, [
    { ...titlePassage(label, look), size: 32, leading: 0.95, color: look.colors.accent },
    titlePassage(titleOf(object), look),
    ...PARTS.map((key) => textPassage(wordsIn(object, key), look)),
  ]);
};
