import type { CHOICE_LINES } from '#shared/content/kinds/choice-card.ts';
import type { TemplateObject } from './workshop-template.ts';

/** A choice card as written: value and gain before cost, in the order of the card. */
export interface ChoiceCardText {
  readonly title: string;
  readonly description: string;
  readonly valueCitizens: string;
  readonly valueBusiness: string;
  readonly valueMunicipality: string;
  readonly cost: string;
  readonly revenue: string;
  readonly pros: string;
  readonly cons: string;
}

export const choiceCard = (
  label: string,
  line: (typeof CHOICE_LINES)[number],
  text: ChoiceCardText,
): TemplateObject => ({
  id: `choice-${label.toLowerCase()}`,
  kind: 'choice',
  fields: { label, line, ...text },
});
