import * as encoding from 'lib0/encoding';

/*
 * The two edits people make most, byte for byte as Yjs writes them (`check-wire.ts` holds that), from numbers alone: a Y.Doc per client
 * would have the generator measure itself. Each is one clock tick of its client.
 */

const ANY = 8;
const STRING = 4;
const HAS_ORIGIN = 0x80;
const HAS_KEY = 0x20;

export type Box = readonly [x: number, y: number, width: number, height: number];

/** The object's box is set again; `previous` is the clock at which it was set last. */
export const encodeMove = (client: number, clock: number, previous: number, box: Box): Uint8Array =>
  encoding.encode((encoder) => {
    writeSection(encoder, client, clock);
    encoding.writeUint8(encoder, ANY | HAS_ORIGIN | HAS_KEY);
    writeId(encoder, client, previous);
    encoding.writeVarUint(encoder, 1);
    encoding.writeAny(encoder, [...box]);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, previous);
    encoding.writeVarUint(encoder, 1);
  });

/** One character at the end of a text; `last` is the clock of the one before it. */
export const encodeKeystroke = (client: number, clock: number, last: number, character: string): Uint8Array =>
  encoding.encode((encoder) => {
    writeSection(encoder, client, clock);
    encoding.writeUint8(encoder, STRING | HAS_ORIGIN);
    writeId(encoder, client, last);
    encoding.writeVarString(encoder, character);
    encoding.writeVarUint(encoder, 0);
  });

function writeSection(encoder: encoding.Encoder, client: number, clock: number): void {
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, 1);
  writeId(encoder, client, clock);
}

function writeId(encoder: encoding.Encoder, client: number, clock: number): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
