import type { FieldValue } from '#shared/content/board-object.ts';
import type { AddableKind } from '#shared/modules/module-kinds.ts';
import type { Group, Page, Activity } from '#shared/session/workshop-state.ts';

/** What a new workshop starts with: pages, agenda and groups as in the `workshop-created` event, and what lies on the pages. */
export interface WorkshopTemplate {
  readonly pages: readonly TemplatePage[];
  readonly agenda: readonly TemplateActivity[];
  readonly groups: readonly Group[];
  /** When the day is meant to start, as on an invitation: `10.00`. */
  readonly timing: { readonly startsAt: string };
}

export interface TemplatePage extends Pick<Page, 'id' | 'module' | 'title'> {
  readonly objects: readonly TemplateObject[];
}

export type TemplateActivity = Pick<Activity, 'id' | 'title' | 'plannedMinutes' | 'pageId'>;

/** One object to be written on a page; `fillPage` finds its place. */
export interface TemplateObject {
  /** Unique on its page; becomes the object's id. */
  readonly id: string;
  readonly kind: AddableKind;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Board units; the kind's own size when left out. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Stacks the object in this column, 0 leftmost, under what is there; without it, objects fill rows. */
  readonly column?: number;
}
