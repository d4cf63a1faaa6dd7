import type { Migration } from './migration.ts';

export const segments: Migration = {
  name: '004-segments',
  async up(transaction, dialect) {
    await transaction.schema
      .createTable('document_segment')
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('from_seq', 'bigint', (column) => column.notNull())
      .addColumn('to_seq', 'bigint', (column) => column.notNull())
      .addColumn('from_at', 'bigint', (column) => column.notNull())
      .addColumn('to_at', 'bigint', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('data', dialect.blob, (column) => column.notNull())
      .addPrimaryKeyConstraint('document_segment_key', ['document', 'from_seq'])
      .execute();
  },
};
