import type { Kind } from '#shared/content/board-object.ts';
import type { FormSection } from './form-section.ts';

const section = (...keys: readonly string[]): readonly FormSection[] => [{ legend: null, keys }];

/** What the form asks of a note and of what is drawn around the workshop's own cards. */
export const PLAIN_SECTIONS: Readonly<
  Record<Exclude<Kind, 'item' | 'choice' | 'result'>, readonly FormSection[]>
> = {
  note: section('text', 'meaning'),
  text: section('text', 'scale', 'color'),
  shape: section('text', 'form', 'color', 'fill', 'lineStyle'),
  connector: section('label', 'route', 'startHead', 'endHead', 'color', 'lineStyle'),
  stroke: section('tool', 'color', 'lineWidth'),
  frame: section('title', 'color'),
  image: section('alt'),
  stamp: section('mark', 'color'),
  link: section('title', 'url'),
  table: section('title', 'cells'),
};
