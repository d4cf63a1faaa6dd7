import type { NoteMeaning } from '#shared/content/kinds/note.ts';
import { COLUMN_WIDTH } from './place-objects.ts';
import type { TemplateObject } from './workshop-template.ts';

/** A note that says or asks something to get people going. Wider than people's own notes: it holds a sentence or two. */
export const promptNote = (
  id: string,
  text: string,
  options: {
    readonly meaning?: NoteMeaning | '';
    readonly column?: number;
    readonly height?: number;
  } = {},
): TemplateObject => ({
  id: `note-${id}`,
  kind: 'note',
  fields: { text, meaning: options.meaning ?? 'question' },
  size: { width: COLUMN_WIDTH, height: options.height ?? 160 },
  ...(options.column === undefined ? {} : { column: options.column }),
});
