import type { Migration } from './migration.ts';

export const documents: Migration = {
  name: '001-documents',
  async up(transaction, dialect) {
    const { schema } = transaction;
    await schema
      .createTable('document')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('epoch', 'bigint', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .execute();
    await dialect
      .orderedByKey(
        schema
          .createTable('document_update')
          .addColumn('document', 'text', (column) => column.notNull())
          .addColumn('seq', 'bigint', (column) => column.notNull())
          .addColumn('at', 'bigint', (column) => column.notNull())
          .addColumn('seat', 'text', (column) => column.notNull())
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('data', dialect.blob, (column) => column.notNull())
          .addPrimaryKeyConstraint('document_update_key', ['document', 'seq']),
      )
      .execute();
    await schema
      .createTable('document_snapshot')
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('state', dialect.blob, (column) => column.notNull())
      .addPrimaryKeyConstraint('document_snapshot_key', ['document', 'seq'])
      .execute();
    await dialect
      .orderedByKey(
        schema
          .createTable('client_owner')
          .addColumn('document', 'text', (column) => column.notNull())
          .addColumn('client', 'bigint', (column) => column.notNull())
          .addColumn('seat', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('client_owner_key', ['document', 'client']),
      )
      .execute();
  },
};
