import * as Y from 'yjs';
import { must } from '#shared/kernel/assert.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { orderKeysBetween } from '#shared/kernel/order-key.ts';
import { addObject, objectsOf, proseOf, setBox } from '#shared/content/page-document.ts';

const WORDS = 'fiber kommun avtal nät ägare drift kund pris plan risk mål stöd samverkan utbyggnad robusthet';
const UPDATES_TOGETHER = 25;
const SIZE = { width: 200, height: 160 };

/** What one person has put on the page. */
export interface Contribution {
  readonly author: string;
  /** In the order they are to be sent. */
  readonly updates: readonly Uint8Array[];
}

export interface PageOfNotes {
  readonly contributions: readonly Contribution[];
  /** Every client's clock once all of it is there. */
  readonly stateVector: ReadonlyMap<number, number>;
}

/** A page as a day leaves it: each note made, typed in four goes, and moved twice. */
export function pageOfNotes(notes: number, authors: readonly string[], random: () => number): PageOfNotes {
  const orders = orderKeysBetween(null, null, notes);
  const each = Math.ceil(notes / authors.length);
  const parts = authors.map((author, index) =>
    contribution(author, index * each, orders.slice(index * each, (index + 1) * each), random),
  );
  return {
    contributions: parts.map(({ author, updates }) => ({ author, updates })),
    stateVector: new Map(parts.map(({ client, clock }) => [client, clock])),
  };
}

function contribution(author: string, first: number, orders: readonly string[], random: () => number) {
  const doc = new Y.Doc();
  const client = Math.floor(random() * 0xffff_ffff);
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  let pending: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => pending.push(update));
  for (const [index, order] of orders.entries()) {
    writeNote(doc, { id: `note-${first + index}`, author, order }, random);
    if (index % UPDATES_TOGETHER !== UPDATES_TOGETHER - 1 && index !== orders.length - 1) continue;
    updates.push(Y.mergeUpdates(pending));
    pending = [];
  }
  const clock = Y.getState(doc.store, client);
  doc.destroy();
  return { author, updates, client, clock };
}

function writeNote(
  doc: Y.Doc,
  { id, author, order }: { readonly id: string; readonly author: string; readonly order: string },
  random: () => number,
): void {
  const whole = (below: number): number => Math.floor(random() * below);
  const box = () => [whole(8000), whole(6000), SIZE.width, SIZE.height] as const;
  const words = WORDS.split(' ');
  doc.transact(() =>
    addObject(doc, { id: id as ObjectId, kind: 'note', box: box(), order, author, createdAt: Date.now() }),
  );
  const note = must(objectsOf(doc).get(id), 'the note');
  const text = must(proseOf(note, 'text'), 'its text');
  for (let go = 0; go < 4; go += 1)
    text.insert(text.length, `${words[whole(words.length)] ?? ''} ${words[whole(words.length)] ?? ''} `);
  for (let move = 0; move < 2; move += 1) setBox(note, box());
}
