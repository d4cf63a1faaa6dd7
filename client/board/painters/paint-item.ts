import { wordsIn } from '#client/modules/fields/field-words.ts';
import { titleOf } from '#shared/content/board-object.ts';
import type { Painter } from './painter.ts';
import { paintWordsCard, softPassage, textPassage, titlePassage } from './paint-words-card.ts';

export const paintItem: Painter = (canvas, object, box, look) =>
  paintWordsCard(canvas, object, box, look, [
    softPassage(wordsIn(object, 'subArea'), look),
    titlePassage(titleOf(object), look),
    textPassage(wordsIn(object, 'description'), look),
  ]);
