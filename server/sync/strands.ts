import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { boundedDecoder } from './bounded-decoder.ts';
import { gap, offence } from './inspection.ts';
import type { SyncLimits } from './sync-limits.ts';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** What an update holds of one client id, in clock order. Its start may be known to the document already. */
export interface Strand {
  readonly client: number;
  readonly structs: Struct[];
  /** The clock up to which the document has it. */
  readonly known: number;
  /** The clock after the last struct. */
  end: number;
}

export interface DecodedUpdate {
  readonly strands: ReadonlyMap<number, Strand>;
  readonly deletions: ReturnType<typeof Y.createDeleteSet>;
}

/** Decodes an update and sorts it by client id. Throws `Found`, and whatever Yjs and lib0 do for what is no update. */
export function decodeStrands(doc: Y.Doc, update: Uint8Array, limits: SyncLimits): DecodedUpdate {
  const { structs, ds } = Y.decodeUpdateV2(update, boundedDecoder(limits));
  const strands = new Map<number, Strand>();
  let last = null as Strand | null;
  for (const struct of structs) {
    if (struct.length <= 0 || struct.length > limits.structLengthMax) throw offence('length');
    last = last?.client === struct.id.client ? extend(last, struct) : begin(strands, doc, struct);
  }
  // Yjs keeps only the last of two sections of one client, so there must be one each.
  if (strands.size !== decoding.readVarUint(decoding.createDecoder(update))) throw offence('sections');
  return { strands, deletions: ds };
}

function begin(strands: Map<number, Strand>, doc: Y.Doc, struct: Struct): Strand {
  const { client, clock } = struct.id;
  const known = Y.getState(doc.store, client);
  if (strands.has(client)) throw offence('client twice');
  if (clock > known) throw gap();
  const strand = { client, structs: [struct], known, end: clock + struct.length };
  strands.set(client, strand);
  return strand;
}

function extend(strand: Strand, struct: Struct): Strand {
  if (struct.id.clock !== strand.end) throw offence('clocks out of order');
  strand.structs.push(struct);
  strand.end += struct.length;
  return strand;
}

/** The struct of the strand that holds the clock. */
export function structAt({ structs }: Strand, clock: number): Struct {
  let low = 0;
  let high = structs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((structs[middle]?.id.clock ?? Infinity) <= clock) low = middle;
    else high = middle - 1;
  }
  const struct = structs[low];
  if (struct === undefined) throw gap();
  return struct;
}
