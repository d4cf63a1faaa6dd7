import { isNumeric, type Field } from '#shared/content/field.ts';
import { fieldOf } from '../fields/field-words.ts';

/** The columns of the table: what is compared first, what is read next, where it comes from last. */
export const TABLE_FIELDS: readonly Field[] = [
  ...[
    'title',
    'subArea',
    'category',
    'households',
    'connectedShare',
    'passedShare',
    'costEstimate',
    'priority',
  ],
  ...['needs', 'description', 'areaType', 'workplaces', 'source', 'date', 'certainty'],
].map((key) => fieldOf('item', key));

export const ROW_ACTIONS = ['open', 'remove'] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

export const COLUMN_KEYS: readonly string[] = [...TABLE_FIELDS.map(({ key }) => key), ...ROW_ACTIONS];

/** What adds up: counts and sums of money. Shares do not. */
export const isSummed = (field: Field): boolean => isNumeric(field.type) && field.type !== 'percent';

/** What the toolbar filters by. */
export const FILTER_KEYS = ['subArea', 'category', 'priority', 'certainty'] as const;
