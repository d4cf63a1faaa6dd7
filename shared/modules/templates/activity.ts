import type { ActivityId } from '#shared/kernel/ids.ts';
import type { TemplateActivity } from './workshop-template.ts';

export const activity = (
  id: string,
  title: string,
  plannedMinutes: number,
  pageId: string | null,
): TemplateActivity => ({ id: id as ActivityId, title, plannedMinutes, pageId });
