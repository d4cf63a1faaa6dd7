import * as Y from 'yjs';
import { CLOSE } from '#shared/protocol/sync.ts';
import type { ClientOwners } from './client-owners.ts';
import { Found, gap, offence, type Inspection } from './inspection.ts';
import { IntegrationEffort } from './integration-effort.ts';
import { IntegrationOrder } from './integration-order.ts';
import { NOWHERE, Places, type Place } from './places.ts';
import { decodeStrands, type DecodedUpdate, type Strand } from './strands.ts';
import type { SyncLimits } from './sync-limits.ts';

/** Looks at an update of the seat's before it is applied. Changes nothing, never throws. */
export function inspectUpdate(
  doc: Y.Doc,
  update: Uint8Array,
  seat: string,
  owners: ClientOwners,
  limits: SyncLimits,
): Inspection {
  try {
    return inspect(doc, decodeStrands(doc, update, limits), seat, owners, limits);
  } catch (error) {
    if (error instanceof Found) return error.inspection;
    // Whatever else lib0 and Yjs throw while decoding: ends of arrays, numbers beyond 2^53, too deep JSON.
    return offence('undecodable').inspection;
  }
}

function inspect(
  doc: Y.Doc,
  { strands, deletions }: DecodedUpdate,
  seat: string,
  owners: ClientOwners,
  limits: SyncLimits,
): Inspection {
  const newClients = claimedIds([...strands.values()], seat, owners);
  if (newClients.length > 0 && owners.countOf(seat) + newClients.length > limits.clientIdsPerSeatMax)
    throw offence('client ids', CLOSE.tooMany);
  const places = new Places(doc, strands);
  const effort = new IntegrationEffort(doc, limits.integrationStepsMax);
  new IntegrationOrder(doc, strands).visit((struct) => {
    if (struct instanceof Y.GC) return;
    const place = places.of(struct);
    if (place.depth > limits.depthMax) throw offence('depth');
    checkContent(struct.content, place);
    effort.add(struct, place);
  });
  if (effort.isTooMuch) throw offence('effort', CLOSE.tooLarge);
  checkDeletions(doc, strands, deletions);
  return { kind: 'fit', newClients, steps: effort.steps };
}

/** Whoever writes must own the client id, or be the first to. Returns the ids that write for the first time. */
function claimedIds(strands: readonly Strand[], seat: string, owners: ClientOwners): readonly number[] {
  const fresh: number[] = [];
  for (const { client, known, end } of strands) {
    if (end <= known) continue;
    const owner = owners.of(client);
    if (owner !== undefined && owner !== seat) throw offence('foreign client id');
    if (owners.hasWritten(client)) continue;
    // The page's first content has no claim in the log: it is the server's.
    if (known > 0) throw offence('foreign client id');
    fresh.push(client);
  }
  return fresh;
}

/**
 * Values under keys, text in rows, deleted content, and the two shared types a page is made of. No documents in documents, no formats, no
 * XML; and no values between a text's characters, where nobody would ever see them.
 */
function checkContent(content: Y.Item['content'], place: Place): void {
  if (content instanceof Y.ContentDeleted) return;
  if (content instanceof Y.ContentType) {
    const type: unknown = content.type.constructor;
    if (type !== Y.Map && type !== Y.Text) throw offence('type');
    return;
  }
  const isText = content instanceof Y.ContentString;
  if (!isText && !(content instanceof Y.ContentAny)) throw offence('content');
  // What has been collected no longer says what it was.
  if (place !== NOWHERE && isText !== (place.key === null)) throw offence('content out of place');
}

/** Deletions of what is not here would wait in the document for ever. */
function checkDeletions(
  doc: Y.Doc,
  strands: DecodedUpdate['strands'],
  deletions: DecodedUpdate['deletions'],
): void {
  for (const [client, ranges] of deletions.clients) {
    const reach = Math.max(Y.getState(doc.store, client), strands.get(client)?.end ?? 0);
    for (const range of ranges) if (range.clock + range.len > reach) throw gap();
  }
}
