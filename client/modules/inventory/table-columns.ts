import { INVENTORY_ITEM_FIELDS } from '#shared/content/kinds/inventory-item.ts';
import { isNumeric, type Field } from '#shared/content/field.ts';

/** The columns of the table: the fields of an item in their order, and what can be done with its row. */
export const TABLE_FIELDS: readonly Field[] = INVENTORY_ITEM_FIELDS;

export const ROW_ACTIONS = ['open', 'remove'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

export const COLUMN_KEYS: readonly string[] = [...TABLE_FIELDS.map(({ key }) => key), ...ROW_ACTIONS];

/** What adds up: counts and sums of money. Shares do not. */
export const isSummed = (field: Field): boolean => isNumeric(field.type) && field.type !== 'percent';

/** What the toolbar filters by. */
export const FILTER_KEYS = ['subArea', 'category', 'priority', 'certainty'] as const;
