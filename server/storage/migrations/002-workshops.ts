import type { Migration } from './migration.ts';

export const workshops: Migration = {
  name: '002-workshops',
  async up(transaction) {
    const { schema } = transaction;
    await schema
      .createTable('workshop')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('review_secret', 'text', (column) => column.notNull())
      .addColumn('leader_secret', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('event_seq', 'bigint', (column) => column.notNull())
      .execute();
    await schema
      .createTable('session_event')
      .addColumn('workshop', 'text', (column) => column.notNull().references('workshop.id'))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by_seat', 'text')
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('session_event_key', ['workshop', 'seq'])
      .execute();
    await schema
      .createTable('seat_secret')
      .addColumn('workshop', 'text', (column) => column.notNull().references('workshop.id'))
      .addColumn('seat', 'text', (column) => column.notNull())
      .addColumn('secret_hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('seat_secret_key', ['workshop', 'seat'])
      .addUniqueConstraint('seat_secret_hash', ['workshop', 'secret_hash'])
      .execute();
    await schema
      .createTable('transfer')
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('workshop', 'text', (column) => column.notNull().references('workshop.id'))
      .addColumn('seat', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
