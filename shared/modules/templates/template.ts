import type { Language, TemplateId } from '#shared/session/workshop-state.ts';
import { bredbandslyftet } from './bredbandslyftet.ts';
import { bredbandslyftetTexts as bredbandslyftetEn } from './en/bredbandslyftet.ts';
import { workingGroupTexts as workingGroupEn } from './en/working-group.ts';
import { bredbandslyftetTexts as bredbandslyftetSv } from './sv/bredbandslyftet.ts';
import { workingGroupTexts as workingGroupSv } from './sv/working-group.ts';
import { workingGroup } from './working-group.ts';
import type { WorkshopTemplate } from './workshop-template.ts';

/** The template with its texts in the language of the workshop. */
export function template(id: TemplateId, language: Language): WorkshopTemplate {
  switch (id) {
    case 'bredbandslyftet':
      return bredbandslyftet(language === 'sv' ? bredbandslyftetSv : bredbandslyftetEn);
    case 'working-group':
      return workingGroup(language === 'sv' ? workingGroupSv : workingGroupEn);
  }
}
