import * as Y from 'yjs';
import { must } from '#shared/kernel/assert.ts';
import { orderKeyBetween } from '#shared/kernel/order-key.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { addObject, objectsOf, proseOf } from '#shared/content/page-document.ts';
import { encodeKeystroke, encodeMove, type Box } from '../wire/encode-edit.ts';

const SIZE = { width: 200, height: 160 };
const LETTERS = 'abcdefghijklmnopqrstuvwxyz ';

/** One writer's own note, as the product makes it, and then moved and typed in by turns, one clock tick an edit. */
export class Note {
  readonly client: number;
  /** The update that puts it on the page. */
  readonly creation: Uint8Array;
  /** Every clock below this one belongs to the creation. */
  readonly base: number;
  #clock: number;
  #boxClock: number;
  #lastLetter: number;

  constructor(id: string, author: string, client: number) {
    const doc = new Y.Doc();
    doc.clientID = client;
    addObject(doc, {
      id: id as ObjectId,
      kind: 'note',
      box: [0, 0, SIZE.width, SIZE.height],
      order: orderKeyBetween(null, null),
      author,
      createdAt: Date.now(),
      fields: { text: 'Idé' },
    });
    const map = must(objectsOf(doc).get(id), 'the note');
    const text = must(proseOf(map, 'text'), 'its text');
    this.client = client;
    this.creation = Y.encodeStateAsUpdate(doc);
    this.base = Y.getState(doc.store, client);
    this.#clock = this.base;
    this.#boxClock = must(map._map.get('box'), 'its box').id.clock;
    this.#lastLetter = must(text._start, 'its letters').lastId.clock;
    doc.destroy();
  }

  /** The next edit: a move, then a letter, and so on. */
  edit(random: () => number): Uint8Array {
    const isMove = (this.#clock - this.base) % 2 === 0;
    const edit = isMove ? this.#move(random) : this.#type(random);
    this.#clock += 1;
    return edit;
  }

  #move(random: () => number): Uint8Array {
    const box: Box = [Math.floor(random() * 8000), Math.floor(random() * 6000), SIZE.width, SIZE.height];
    const edit = encodeMove(this.client, this.#clock, this.#boxClock, box);
    this.#boxClock = this.#clock;
    return edit;
  }

  #type(random: () => number): Uint8Array {
    const letter = LETTERS.charAt(Math.floor(random() * LETTERS.length));
    const edit = encodeKeystroke(this.client, this.#clock, this.#lastLetter, letter);
    this.#lastLetter = this.#clock;
    return edit;
  }
}
