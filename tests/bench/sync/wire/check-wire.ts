import assert from 'node:assert/strict';
import * as Y from 'yjs';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { must } from '#shared/kernel/assert.ts';
import { objectsOf, proseOf, setBox } from '#shared/content/page-document.ts';
import { Note } from '../load/note.ts';
import { encodePresence } from './encode-presence.ts';
import { presenceJson, PresenceScanner } from './scan-presence.ts';
import { UpdateScanner } from './scan-update.ts';

/** Holds what is written and read here by hand against the libraries themselves, before anything is measured with it. Throws. */
export function checkWire(): void {
  checkEdits();
  checkScanner();
  checkPresence();
}

/** The edits are the bytes that Yjs would have sent. */
function checkEdits(): void {
  for (const client of [5, 300, 70_000, 0xffff_fffe]) {
    const note = new Note('note', 'alice', client);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, note.creation);
    // Only now: a document that is given content of its own id takes another.
    doc.clientID = client;
    const sent: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => sent.push(update));
    const numbers = [0.9, 0.1, 0.5, 0.999, 0.0001, 0.7];
    const object = (): Y.Map<unknown> => must(objectsOf(doc).get('note'), 'the note');
    for (let round = 0; round < 6; round += 1) {
      const draw = cycle(numbers.slice(round % 3));
      const edits = [note.edit(draw), note.edit(draw)];
      const again = cycle(numbers.slice(round % 3));
      setBox(object(), [Math.floor(again() * 8000), Math.floor(again() * 6000), 200, 160]);
      const text = must(proseOf(object(), 'text'), 'its text');
      text.insert(text.length, 'abcdefghijklmnopqrstuvwxyz '.charAt(Math.floor(again() * 27)));
      assert.deepEqual(edits.map(bytesOf), sent.splice(0).map(bytesOf));
    }
  }
}

/** The clocks read out of updates, merged ones and whole states too, are those Yjs reads. */
function checkScanner(): void {
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  const updates: Uint8Array[] = [];
  for (const [doc, other] of [
    [first, second],
    [second, first],
  ] as const) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'other') return;
      updates.push(update);
      Y.applyUpdate(other, update, 'other');
    });
  }
  for (let round = 0; round < 40; round += 1) disturb(round % 2 === 0 ? first : second, round);
  const state = Y.encodeStateAsUpdate(first);
  assert.deepEqual(sorted(clocksOf(state)), sorted(Y.decodeStateVector(Y.encodeStateVector(first))));
  for (const some of [updates.slice(3, 30), [5, 30, 17].flatMap((index) => updates[index] ?? [])]) {
    const merged = Y.mergeUpdates(some);
    assert.deepEqual(sorted(clocksOf(merged)), sorted(Y.parseUpdateMeta(merged).to));
  }
}

function disturb(doc: Y.Doc, round: number): void {
  const [text, map, list] = [doc.getText('t'), doc.getMap('m'), doc.getArray('l')];
  const values = [null, true, 1.5, 2 ** 40, 'å🙂', { a: [1, { b: 2 }] }, new Uint8Array([1, 2]), undefined];
  doc.transact(() => {
    text.insert(Math.floor(text.length / 2), `zå🙂 ${round}`);
    if (text.length > 9) text.delete(2, 3);
    text.format(0, 2, { bold: round % 2 === 0 ? true : null });
    text.insertEmbed(0, { round });
    map.set(`key${round % 5}`, values[round % values.length]);
    map.set('type', new Y.Map([['text', new Y.Text('within')]]));
    list.push([1, 'x', { y: 1 }, new Uint8Array(3)]);
    doc.getXmlFragment('x').insert(0, [new Y.XmlElement('p'), new Y.XmlText('w')]);
  });
}

/** A state's serial survives the way through a server that stamps it. */
function checkPresence(): void {
  const awareness = new Awareness(new Y.Doc());
  const json = presenceJson(17, 'alice', 3, 4);
  awareness.setLocalState(JSON.parse(json) as Record<string, unknown>);
  const { clientID } = awareness;
  const theirs = encodeAwarenessUpdate(awareness, [clientID]);
  const clock = must(awareness.meta.get(clientID), 'its clock').clock;
  assert.deepEqual(bytesOf(encodePresence(clientID, clock, json)), bytesOf(theirs));
  const seen: (readonly [number, number])[] = [];
  new PresenceScanner().scan(theirs, 0, { state: (client, serial) => void seen.push([client, serial]) });
  assert.deepEqual(seen, [[clientID, 17]]);
  awareness.destroy();
}

function clocksOf(update: Uint8Array): Map<number, number> {
  const clocks = new Map<number, number>();
  new UpdateScanner().scan(update, 0, update.byteLength, {
    range: (client, _from, to) => void clocks.set(client, Math.max(to, clocks.get(client) ?? 0)),
  });
  return clocks;
}

const sorted = (clocks: ReadonlyMap<number, number>) => [...clocks].sort(([a], [b]) => a - b);

const bytesOf = (bytes: Uint8Array): readonly number[] => [...bytes];

function cycle(numbers: readonly number[]): () => number {
  let at = 0;
  return () => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number;
  };
}
