import type { Kysely } from 'kysely';
import { must } from '#shared/kernel/assert.ts';
import type { Keyframe, LogHistory, LogSpan } from './log-history.ts';
import type { LogPacker } from './log-packer.ts';
import type { LogReader } from './log-reader.ts';
import type { StorageSchema } from './schema.ts';
import type { SnapshotReader } from './snapshot-reader.ts';
import type { LogRow } from './update-log.ts';

export class KyselyLogHistory implements LogHistory {
  readonly #database: Kysely<StorageSchema>;
  readonly #log: LogReader;
  readonly #snapshots: SnapshotReader;
  readonly #packer: LogPacker;

  constructor(parts: {
    readonly database: Kysely<StorageSchema>;
    readonly log: LogReader;
    readonly snapshots: SnapshotReader;
    readonly packer: LogPacker;
  }) {
    this.#database = parts.database;
    this.#log = parts.log;
    this.#snapshots = parts.snapshots;
    this.#packer = parts.packer;
  }

  async span(document: string): Promise<LogSpan | null> {
    const stored = await this.#database
      .selectFrom('document')
      .select('seq')
      .where('id', '=', document)
      .executeTakeFirst();
    if (stored === undefined) return null;
    const { seq } = stored;
    return { seq, firstAt: await this.#timeOf(document, 1), lastAt: await this.#timeOf(document, seq) };
  }

  seqAt(document: string, at: number): Promise<number> {
    return this.#log.seqAt(document, at);
  }

  keyframe(document: string, seq: number): Promise<Keyframe | null> {
    return this.#snapshots.newest(document, seq);
  }

  rowsBetween(document: string, after: number, to: number): AsyncIterable<readonly LogRow[]> {
    return this.#log.pieces(document, after, to);
  }

  pack(document: string): Promise<number> {
    return this.#packer.pack(document);
  }

  async #timeOf(document: string, seq: number): Promise<number> {
    const [row] = await this.#log.piece(document, seq - 1, seq);
    return must(row, `row ${seq} of ${document}`).at;
  }
}
