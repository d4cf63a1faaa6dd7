import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { NewLogRow } from '#server/storage/update-log.ts';

/** What servers tell each other about one page. */
export type PageNews =
  /** Rows that are in the log from `firstSeq` on, and the client ids that wrote for the first time in them. */
  | {
      readonly kind: 'rows';
      readonly firstSeq: number;
      readonly rows: readonly NewLogRow[];
      readonly claims: readonly Claim[];
    }
  /** How far the log is known to go: whoever has less has missed something. */
  | { readonly kind: 'seq'; readonly seq: number }
  /** States that have changed; `json` is `'null'` for one that has gone. */
  | { readonly kind: 'presence'; readonly states: readonly RemoteState[] }
  /** All states of the server it comes from. */
  | { readonly kind: 'all-presence'; readonly states: readonly RemoteState[] };

export interface Claim {
  readonly client: number;
  readonly seat: string;
}

/** One connection's presence on another server, stamped there. */
export interface RemoteState {
  readonly client: number;
  readonly seat: string;
  readonly json: string;
}

const KINDS = ['rows', 'seq', 'presence', 'all-presence'] as const;
const ROW_KINDS = ['edit', 'revert', 'server'] as const;

export const encodePageNews = (news: PageNews): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeUint8(encoder, KINDS.indexOf(news.kind));
    switch (news.kind) {
      case 'rows':
        encoding.writeVarUint(encoder, news.firstSeq);
        writeAll(encoder, news.rows, writeRow);
        writeAll(encoder, news.claims, writeClaim);
        break;
      case 'seq':
        encoding.writeVarUint(encoder, news.seq);
        break;
      case 'presence':
      case 'all-presence':
        writeAll(encoder, news.states, writeState);
    }
  });

/** Throws when the bytes are not ours. */
export function decodePageNews(bytes: Uint8Array): PageNews {
  const decoder = decoding.createDecoder(bytes);
  const kind = KINDS[decoding.readUint8(decoder)];
  if (kind === undefined) throw new Error('not news of a page');
  switch (kind) {
    case 'rows':
      return {
        kind,
        firstSeq: decoding.readVarUint(decoder),
        rows: readAll(decoder, readRow),
        claims: readAll(decoder, readClaim),
      };
    case 'seq':
      return { kind, seq: decoding.readVarUint(decoder) };
    case 'presence':
    case 'all-presence':
      return { kind, states: readAll(decoder, readState) };
  }
}

function writeRow(encoder: encoding.Encoder, { update, seat, kind, at }: NewLogRow): void {
  encoding.writeVarUint8Array(encoder, update);
  encoding.writeVarString(encoder, seat);
  encoding.writeUint8(encoder, ROW_KINDS.indexOf(kind));
  encoding.writeVarUint(encoder, at);
}

function readRow(decoder: decoding.Decoder): NewLogRow {
  const update = decoding.readVarUint8Array(decoder);
  const seat = decoding.readVarString(decoder);
  const kind = ROW_KINDS[decoding.readUint8(decoder)];
  if (kind === undefined) throw new Error('not a row');
  return { update, seat, kind, at: decoding.readVarUint(decoder) };
}

function writeClaim(encoder: encoding.Encoder, { client, seat }: Claim): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarString(encoder, seat);
}

const readClaim = (decoder: decoding.Decoder): Claim => ({
  client: decoding.readVarUint(decoder),
  seat: decoding.readVarString(decoder),
});

function writeState(encoder: encoding.Encoder, { client, seat, json }: RemoteState): void {
  writeClaim(encoder, { client, seat });
  encoding.writeVarString(encoder, json);
}

const readState = (decoder: decoding.Decoder): RemoteState => ({
  ...readClaim(decoder),
  json: decoding.readVarString(decoder),
});

function writeAll<T>(
  encoder: encoding.Encoder,
  all: readonly T[],
  write: (encoder: encoding.Encoder, each: T) => void,
): void {
  encoding.writeVarUint(encoder, all.length);
  for (const each of all) write(encoder, each);
}

function readAll<T>(decoder: decoding.Decoder, read: (decoder: decoding.Decoder) => T): readonly T[] {
  const all: T[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) all.push(read(decoder));
  return all;
}
