import { setImmediate as turn } from 'node:timers/promises';
import * as Y from 'yjs';
import { objectsOf } from '#shared/content/page-document.ts';
import { must } from '#shared/kernel/assert.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { HistorySpan, PageAttribution } from '#shared/protocol/history.ts';
import type { PlaybackStep } from '#shared/protocol/playback.ts';
import type { Logger } from '#server/logger.ts';
import type { LogHistory } from '#server/storage/log-history.ts';
import type { LogRow, UpdateLog } from '#server/storage/update-log.ts';
import type { PageEncoder } from '#server/sync/encoding/page-encoder.ts';
import { attribute } from './attribution.ts';
import { SeatChanges } from './seat-changes.ts';
import { WriterOf } from './writer-of.ts';

/** When: by the server's clock, or by the log's row. Beyond the end of the log it is its end. */
export type Moment = { readonly at: EpochMs } | { readonly seq: number };

/** A page as it was. */
export interface PastState {
  /** The last row that is in it, and when that was committed. */
  readonly seq: number;
  readonly at: EpochMs;
  /** Yjs V2 encoding. */
  readonly stateV2: Uint8Array;
}

/** Rows replayed in one go in the encoder's thread; a log without keyframes is longer, and goes in several. */
const REPLAY_ROWS = 5_000;
/** Rows followed between two turns of the event loop: a few milliseconds. */
const FOLLOW_ROWS = 50;

/** Reads what a page was at any moment out of its log. Changes nothing. */
export class PageHistory {
  readonly #log: LogHistory;
  readonly #owners: Pick<UpdateLog, 'owners'>;
  readonly #encoder: PageEncoder;
  readonly #logger: Logger;

  constructor(parts: {
    readonly log: LogHistory;
    readonly owners: Pick<UpdateLog, 'owners'>;
    readonly encoder: PageEncoder;
    readonly logger: Logger;
  }) {
    this.#log = parts.log;
    this.#owners = parts.owners;
    this.#encoder = parts.encoder;
    this.#logger = parts.logger;
  }

  /** `null` when there is no such document. */
  span(document: string): Promise<HistorySpan | null> {
    return this.#log.span(document);
  }

  /** `null` when the document did not exist then. */
  async stateAt(document: string, moment: Moment): Promise<PastState | null> {
    const seq = await this.#seqOf(document, moment);
    if (seq === 0) return null;
    return { seq, at: await this.#timeOf(document, seq), stateV2: await this.#replayed(document, seq) };
  }

  /**
   * The page at `from`, or as it began if that was later, and then every update until `to`, in pieces as they are read. Nothing at all when
   * there was no page by `to`.
   */
  async *playback(document: string, from: EpochMs, to: EpochMs): AsyncGenerator<PlaybackStep> {
    const [first, last] = await Promise.all([this.#log.seqAt(document, from), this.#log.seqAt(document, to)]);
    if (last === 0) return;
    const start = must(await this.stateAt(document, { seq: Math.max(first, 1) }), 'a state within the log');
    let at = Math.max(from, start.at);
    yield { kind: 'keyframe', seq: start.seq, at, stateV2: start.stateV2 };
    for await (const rows of this.#log.rowsBetween(document, start.seq, last)) {
      for (const row of rows) {
        yield { kind: 'update', dt: Math.max(0, row.at - at), seat: row.seat, update: row.update };
        at = Math.max(at, row.at);
      }
    }
    yield { kind: 'end' };
  }

  /** Who wrote what stood on the page. */
  async attribution(document: string, moment: Moment): Promise<PageAttribution | null> {
    const state = await this.stateAt(document, moment);
    if (state === null) return null;
    const writers = new WriterOf(await this.#owners.owners(document));
    for await (const rows of this.#log.rowsBetween(document, 0, state.seq)) {
      for (const row of rows) writers.check(row);
      await turn();
    }
    for (const { client, seq } of writers.doubts())
      this.#logger.error('history.writer-in-doubt', { document, client, seq });
    return { seq: state.seq, at: state.at, objects: attribute(documentOf(state.stateV2), writers) };
  }

  /** What the seat has changed after the moment and nobody else has since. */
  async changesOf(document: string, seat: string, since: EpochMs): Promise<SeatChanges | null> {
    const start = await this.stateAt(document, { seq: Math.max(await this.#log.seqAt(document, since), 1) });
    if (start === null) return null;
    const owners = [...(await this.#owners.owners(document))];
    const clients = new Set(owners.filter(([, owner]) => owner === seat).map(([client]) => client));
    const changes = new SeatChanges(documentOf(start.stateV2), seat, clients);
    for await (const rows of this.#log.rowsBetween(document, start.seq, Infinity))
      for (const [index, row] of rows.entries()) {
        changes.follow(row);
        if (index % FOLLOW_ROWS === 0) await turn();
      }
    return changes;
  }

  async #seqOf(document: string, moment: Moment): Promise<number> {
    if ('at' in moment) return this.#log.seqAt(document, moment.at);
    const span = await this.#log.span(document);
    return span === null ? 0 : Math.min(moment.seq, span.seq);
  }

  async #timeOf(document: string, seq: number): Promise<EpochMs> {
    for await (const [row] of this.#log.rowsBetween(document, seq - 1, seq))
      if (row !== undefined) return row.at;
    throw new Error(`The log of ${document} has no row ${seq}`);
  }

  /** From the nearest keyframe, in the encoder's thread. */
  async #replayed(document: string, seq: number): Promise<Uint8Array> {
    const keyframe = await this.#log.keyframe(document, seq);
    let state = keyframe?.stateV2 ?? null;
    for await (const updates of inGoes(this.#log.rowsBetween(document, keyframe?.seq ?? 0, seq)))
      state = (await this.#encoder.encode(state, updates)).stateV2;
    return must(state, `a state of ${document} at row ${seq}`);
  }
}

/** A document of its own, for looking at and thinking with. */
export function documentOf(stateV2: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  objectsOf(doc);
  Y.applyUpdateV2(doc, stateV2);
  return doc;
}

async function* inGoes(pieces: AsyncIterable<readonly LogRow[]>): AsyncGenerator<readonly Uint8Array[]> {
  let updates: Uint8Array[] = [];
  for await (const rows of pieces) {
    updates.push(...rows.map(({ update }) => update));
    if (updates.length < REPLAY_ROWS) continue;
    yield updates;
    updates = [];
  }
  if (updates.length > 0) yield updates;
}
