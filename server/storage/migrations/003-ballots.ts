import type { Migration } from './migration.ts';

export const ballots: Migration = {
  name: '003-ballots',
  async up(transaction, dialect) {
    const { schema } = transaction;
    await schema
      .createTable('poll')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('workshop', 'text', (column) => column.notNull().references('workshop.id'))
      .addColumn('status', 'text', (column) => column.notNull())
      .execute();
    // Receipts too are stored in the order of voters: their order of arrival, laid beside that of the ballots, would pair them.
    await dialect
      .orderedByKey(
        schema
          .createTable('poll_receipt')
          .addColumn('poll', 'text', (column) => column.notNull().references('poll.id'))
          .addColumn('voter', 'text', (column) => column.notNull())
          .addColumn('submission_id', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('poll_receipt_key', ['poll', 'voter']),
      )
      .execute();
    await schema
      .createTable('superseded_submission')
      .addColumn('poll', 'text', (column) => column.notNull().references('poll.id'))
      .addColumn('voter', 'text', (column) => column.notNull())
      .addColumn('submission_id', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('superseded_submission_key', ['poll', 'voter', 'submission_id'])
      .execute();
    await schema
      .createTable('ballot_named')
      .addColumn('poll', 'text', (column) => column.notNull().references('poll.id'))
      .addColumn('voter', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('ballot_named_key', ['poll', 'voter'])
      .execute();
    await dialect
      .orderedByKey(
        schema
          .createTable('ballot_secret')
          .addColumn('poll', 'text', (column) => column.notNull().references('poll.id'))
          .addColumn('ballot_id', 'text', (column) => column.notNull())
          .addColumn('value', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('ballot_secret_key', ['poll', 'ballot_id']),
      )
      .execute();
  },
};
