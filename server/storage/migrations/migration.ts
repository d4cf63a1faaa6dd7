import type { Transaction } from 'kysely';
import type { StoreDialect } from '../store-dialect.ts';

/** One step forward; there is no way back. Once released it never changes: a later one corrects it. */
export interface Migration {
  /** Unique, and in the order of the list. */
  readonly name: string;
  up(transaction: Transaction<unknown>, dialect: StoreDialect): Promise<void>;
}
