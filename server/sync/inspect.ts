import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { OBJECTS } from '#shared/content/page-document.ts';
import { CLOSE, type CloseCode } from '#shared/protocol/sync.ts';
import type { ClientOwners } from './client-owners.ts';
import type { SyncLimits } from './sync-limits.ts';

/**
 * What an update would do to the document, told before it touches it: Yjs integrates half of a broken update and throws afterwards,
 * keeps what it cannot place for ever, and takes anybody's word for who wrote what.
 */
export type Inspection =
  | {
      readonly kind: 'fit';
      /** Client ids that would write for the first time. */
      readonly newClients: readonly number[];
    }
  /** It builds on something that is not here: the sender has to be asked for all of it. */
  | { readonly kind: 'gap' }
  | { readonly kind: 'offence'; readonly code: CloseCode; readonly why: string };

type Struct = Y.Item | Y.GC | Y.Skip;

export function inspectUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  seat: string,
  owners: ClientOwners,
  limits: SyncLimits,
): Inspection {
  try {
    return new UpdateInspector(doc, seat, owners, limits).inspect(update);
  } catch (error) {
    if (error instanceof Found) return error.inspection;
    // Whatever else lib0 and Yjs throw while decoding: ends of arrays, numbers beyond 2^53, too deep JSON.
    return { kind: 'offence', code: CLOSE.malformed, why: 'undecodable' };
  }
}

/** Ends the inspection from within. */
class Found extends Error {
  readonly inspection: Inspection;

  constructor(inspection: Inspection) {
    super(inspection.kind);
    this.inspection = inspection;
  }
}

const offence = (why: string, code: CloseCode = CLOSE.malformed): Found =>
  new Found({ kind: 'offence', code, why });

const gap = (): Found => new Found({ kind: 'gap' });

/** What the update holds of one client id, in clock order. Its start may be known already. */
interface Strand {
  readonly client: number;
  readonly structs: Struct[];
  /** The clock up to which the document has it. */
  readonly known: number;
  /** The clock up to which the document, and after that the inspection, has it. */
  reach: number;
  /** The next struct to look at. */
  next: number;
  /** The clock after the last struct. */
  end: number;
}

class UpdateInspector {
  readonly #strands = new Map<number, Strand>();
  /** How many types lie above each new item: 0 in the root. */
  readonly #depths = new Map<Struct, number>();
  readonly #newClients: number[] = [];
  readonly #doc: Y.Doc;
  readonly #seat: string;
  readonly #owners: ClientOwners;
  readonly #limits: SyncLimits;

  constructor(doc: Y.Doc, seat: string, owners: ClientOwners, limits: SyncLimits) {
    this.#doc = doc;
    this.#seat = seat;
    this.#owners = owners;
    this.#limits = limits;
  }

  inspect(update: Uint8Array): Inspection {
    const { structs, ds } = Y.decodeUpdate(update);
    const sections = decoding.readVarUint(decoding.createDecoder(update));
    this.#gather(structs, sections);
    for (const strand of this.#strands.values()) this.#checkOwner(strand);
    for (const strand of this.#strands.values()) this.#walk(strand);
    this.#checkDeletions(ds);
    return { kind: 'fit', newClients: this.#newClients };
  }

  /** Sorts what is new by client id. Yjs keeps only the last of two sections of one client, so there must be one each. */
  #gather(structs: readonly Struct[], sections: number): void {
    const seen = new Set<number>();
    let added = 0;
    let previous: Struct | null = null;
    for (const struct of structs) {
      const { client, clock } = struct.id;
      if (previous?.id.client === client) {
        if (clock !== previous.id.clock + previous.length) throw offence('clocks out of order');
      } else {
        if (seen.has(client)) throw offence('client twice');
        seen.add(client);
      }
      previous = struct;
      if (struct.length <= 0 || struct.length > this.#limits.structLengthMax) throw offence('length');
      this.#add(struct, Y.getState(this.#doc.store, client));
      added += 1;
      if (added > this.#limits.structsMax) throw offence('too many structs', CLOSE.tooLarge);
    }
    if (seen.size !== sections) throw offence('sections');
  }

  #add(struct: Struct, known: number): void {
    const { client, clock } = struct.id;
    const strand = this.#strands.get(client);
    if (strand !== undefined) {
      strand.structs.push(struct);
      strand.end = clock + struct.length;
      return;
    }
    if (clock > known) throw gap();
    const structs = [struct];
    this.#strands.set(client, { client, known, structs, reach: known, next: 0, end: clock + struct.length });
  }

  #checkOwner({ client, known, end }: Strand): void {
    if (end <= known) return;
    const owner = this.#owners.of(client);
    if (owner !== undefined && owner !== this.#seat) throw offence('foreign client id');
    if (this.#owners.hasWritten(client)) return;
    // The page's first content has no claim in the log: it is the server's.
    if (known > 0) throw offence('foreign client id');
    this.#newClients.push(client);
    if (owner === undefined) this.#checkCount();
  }

  #checkCount(): void {
    if (this.#owners.countOf(this.#seat) + this.#newClients.length > this.#limits.clientIdsPerSeatMax)
      throw offence('client ids', CLOSE.tooMany);
  }

  /**
   * Looks at structs in an order in which Yjs could integrate them, so that what a struct refers to has been looked at before it. What
   * cannot be brought into order is a gap or a circle, and would stay in the document's waiting list for ever.
   */
  #walk(first: Strand): void {
    const path = [first];
    for (let strand = path.at(-1); strand !== undefined; strand = path.at(-1)) {
      const struct = strand.structs[strand.next];
      if (struct === undefined) {
        path.pop();
        continue;
      }
      const needed = this.#neededFirst(struct);
      if (needed !== null) {
        if (path.includes(needed)) throw offence('circle');
        path.push(needed);
        continue;
      }
      this.#check(struct, strand.known);
      strand.reach = Math.max(strand.known, struct.id.clock + struct.length);
      strand.next += 1;
      if (path.length > 1) path.pop();
    }
  }

  #neededFirst(struct: Struct): Strand | null {
    if (!(struct instanceof Y.Item)) return null;
    return (
      this.#pending(struct.origin, struct) ??
      this.#pending(struct.rightOrigin, struct) ??
      (struct.parent instanceof Y.ID ? this.#pending(struct.parent, struct) : null)
    );
  }

  /** The strand that has yet to bring `id`; `null` when it is here. */
  #pending(id: Y.ID | null, struct: Struct): Strand | null {
    if (id === null) return null;
    if (id.client === struct.id.client) {
      if (id.clock >= struct.id.clock) throw offence('refers to itself');
      return null;
    }
    const strand = this.#strands.get(id.client);
    if (id.clock < (strand?.reach ?? Y.getState(this.#doc.store, id.client))) return null;
    if (strand === undefined || id.clock >= strand.end) throw gap();
    return strand;
  }

  #check(struct: Struct, known: number): void {
    if (struct instanceof Y.Skip) throw gap();
    if (struct instanceof Y.GC || struct.id.clock + struct.length <= known) return;
    this.#depths.set(struct, this.#depthOf(struct));
    checkContent(struct.content);
  }

  /** How many types the item lies within. */
  #depthOf(item: Y.Item): number {
    const depth = this.#parentDepth(item);
    if (depth > this.#limits.depthMax) throw offence('depth');
    return depth;
  }

  #parentDepth(item: Y.Item): number {
    // Yjs leaves a string here until the item is integrated, whatever its types say.
    const parent: unknown = item.parent;
    if (typeof parent === 'string') {
      if (parent !== OBJECTS) throw offence('root');
      return 0;
    }
    if (parent instanceof Y.ID) return this.#depthAt(parent) + 1;
    const neighbour = item.origin ?? item.rightOrigin;
    if (neighbour === null) throw offence('no parent');
    return this.#depthAt(neighbour);
  }

  /** The depth of the item at `id`, in the update or in the document. What has been collected there has no depth and no effect. */
  #depthAt(id: Y.ID): number {
    const strand = this.#strands.get(id.client);
    if (strand !== undefined && id.clock >= strand.known)
      return this.#depths.get(find(strand.structs, id.clock)) ?? 0;
    const stored = this.#doc.store.clients.get(id.client);
    if (stored === undefined) throw gap();
    const struct = stored[Y.findIndexSS(stored, id.clock)];
    return struct instanceof Y.Item ? storedDepth(struct) : 0;
  }

  /** Deletions of what is not here would wait in the document for ever too. */
  #checkDeletions(ds: ReturnType<typeof Y.createDeleteSet>): void {
    for (const [client, ranges] of ds.clients) {
      const reach = Math.max(Y.getState(this.#doc.store, client), this.#strands.get(client)?.end ?? 0);
      for (const range of ranges) if (range.clock + range.len > reach) throw gap();
    }
  }
}

/** The struct that holds the clock, in a list without gaps. */
function find(structs: readonly Struct[], clock: number): Struct {
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

function storedDepth(item: Y.Item): number {
  let depth = 0;
  let parent = item.parent;
  while (parent instanceof Y.AbstractType && parent._item !== null) {
    depth += 1;
    parent = parent._item.parent;
  }
  return depth;
}

/** JSON, text, deleted content, and the two shared types a page is made of. No documents in documents, no formats, no XML. */
function checkContent(content: Y.Item['content']): void {
  if (content instanceof Y.ContentType) {
    const type: unknown = content.type.constructor;
    if (type !== Y.Map && type !== Y.Text) throw offence('type');
    return;
  }
  const allowed =
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentString ||
    content instanceof Y.ContentDeleted;
  if (!allowed) throw offence('content');
}
