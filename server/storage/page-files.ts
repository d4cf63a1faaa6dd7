import type { Kysely } from 'kysely';
import type { StorageSchema } from './schema.ts';

/** A file that objects of a page refer to by its hash. What is kept never changes, so it may be kept twice. */
export interface PageFile {
  /** SHA-256 of the data, hex. */
  readonly hash: string;
  /** As in `content-type`. */
  readonly type: string;
  readonly data: Uint8Array;
}

/** Pictures, each beside the page it was put on: who may read the page may see them, and nobody else. */
export interface PageFiles {
  /** Does nothing when the page has the file already. */
  keep(document: string, file: PageFile, at: number): Promise<void>;
  file(document: string, hash: string): Promise<PageFile | null>;
  /** What the page's files weigh together, bytes. */
  weight(document: string): Promise<number>;
}

export class KyselyPageFiles implements PageFiles {
  readonly #database: Kysely<StorageSchema>;

  constructor(database: Kysely<StorageSchema>) {
    this.#database = database;
  }

  async keep(document: string, { hash, type, data }: PageFile, at: number): Promise<void> {
    await this.#database
      .insertInto('page_file')
      .values({ document, hash, type, bytes: data.length, at, data })
      .onConflict((conflict) => conflict.columns(['document', 'hash']).doNothing())
      .execute();
  }

  async file(document: string, hash: string): Promise<PageFile | null> {
    const row = await this.#database
      .selectFrom('page_file')
      .select(['hash', 'type', 'data'])
      .where('document', '=', document)
      .where('hash', '=', hash)
      .executeTakeFirst();
    return row ?? null;
  }

  async weight(document: string): Promise<number> {
    const { bytes } = await this.#database
      .selectFrom('page_file')
      .select(({ fn }) => fn.sum<number | string | null>('bytes').as('bytes'))
      .where('document', '=', document)
      .executeTakeFirstOrThrow();
    return Number(bytes ?? 0);
  }
}
