import { wordsIn } from '#client/modules/fields/field-words.ts';
import { titleOf } from '#shared/content/board-object.ts';
import type { Painter } from './painter.ts';
import { paintWordsCard, softPassage, titlePassage } from './paint-words-card.ts';

export const paintLink: Painter = (canvas, object, box, look) => {
  const url = wordsIn(object, 'url');
  paintWordsCard(canvas, object, box, look, [
    { ...titlePassage(titleOf(object) || url, look), color: look.colors.accent, linesMost: 2 },
    { ...softPassage(url, look), linesMost: 1 },
  ]);
};
