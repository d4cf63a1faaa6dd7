import type { Page } from '#client/model/types.ts';
import type { Field } from '#shared/content/field.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** What every field editor is given. */
export interface FieldFrame {
  readonly page: Page;
  readonly id: ObjectId;
  readonly field: Field;
  readonly label: string;
  readonly hint: string | undefined;
  /** In a table cell: the label is for those who listen, the frame for the cell. */
  readonly compact: boolean;
}
