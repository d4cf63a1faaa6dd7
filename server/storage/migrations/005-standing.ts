import type { Migration } from './migration.ts';

export const standing: Migration = {
  name: '005-standing',
  async up(transaction) {
    await transaction.schema
      .createTable('standing')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
  },
};
