import type { Migration } from './migration.ts';

export const pageFiles: Migration = {
  name: '006-page-files',
  async up(transaction, dialect) {
    await transaction.schema
      .createTable('page_file')
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('data', dialect.blob, (column) => column.notNull())
      .addPrimaryKeyConstraint('page_file_key', ['document', 'hash'])
      .execute();
  },
};
