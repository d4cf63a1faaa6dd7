import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { objectsOf, type ObjectMap } from '#shared/content/page-document.ts';
import type { LogRow } from '#server/storage/update-log.ts';
import { LostCharacters, lostTextOf } from './lost-characters.ts';
import { placesIn, SameCharacters } from './same-characters.ts';

/** A change of the objects, of one of them, or of one of its texts. */
type PageEvent = Y.YEvent<Y.AbstractType<unknown>>;

/** A field whose last writer is the seat. */
export interface FieldChange {
  /** What it was before the seat wrote, `undefined` for nothing. */
  readonly before: unknown;
  /** What the seat has made of it. */
  readonly now: unknown;
}

/** Where an object lies and whether it is in the bin: whoever tidies up has not worked on what it says. */
const PLACING: ReadonlySet<string> = new Set(['box', 'order', 'deletedAt']);

/**
 * What one seat has changed on a page and nobody else has changed since. Follows the page row by row, as it was applied: what
 * counts is what an edit did to the page, so one that lost against another at the same moment did nothing.
 */
export class SeatChanges {
  /** The page as far as it has been followed. */
  readonly doc: Y.Doc;
  /** Characters of others, and older ones of the seat's own, that the seat has deleted. */
  readonly lost = new LostCharacters();
  /** Objects the seat has made, and that were not there before. */
  readonly made = new Set<string>();
  /** Objects the seat has taken away altogether, or put others in the place of, as they were without its changes. */
  readonly gone = new Y.Doc();
  readonly #fields = new Map<string, Map<string, FieldChange>>();
  /** Objects others have worked on since they were made or made anew. */
  readonly #workedOn = new Set<string>();
  /** The seat's characters that the server has written anew. */
  readonly #rewritten = new SameCharacters();
  readonly #seat: string;
  readonly #clients: ReadonlySet<number>;
  readonly #start: ReadonlyMap<number, number>;
  #row: LogRow | null = null;

  /** `doc`: the page as it was, which is taken over. `clients`: the ids the seat writes under. */
  constructor(doc: Y.Doc, seat: string, clients: ReadonlySet<number>) {
    this.doc = doc;
    this.#seat = seat;
    this.#clients = clients;
    this.#start = Y.decodeStateVector(Y.encodeStateVector(doc));
    objectsOf(doc).observeDeep((events, transaction) => this.#changed(events, transaction));
  }

  /** Takes the next row of the log. */
  follow(row: LogRow): void {
    this.#row = row;
    Y.applyUpdate(this.doc, row.update);
  }

  /** Whether the seat has written the character since. */
  wrote(client: number, clock: number): boolean {
    const isOwn = this.#clients.has(client) && clock >= (this.#start.get(client) ?? 0);
    return isOwn || this.#rewritten.has(client, clock);
  }

  isWorkedOn(id: string): boolean {
    return this.#workedOn.has(id);
  }

  *fields(): Generator<FieldChange & { readonly id: string; readonly key: string }> {
    for (const [id, fields] of this.#fields) for (const [key, change] of fields) yield { id, key, ...change };
  }

  #changed(events: readonly PageEvent[], transaction: Y.Transaction): void {
    if (this.#row?.kind === 'revert') {
      for (const event of events) this.#takeRefused(event, transaction);
      return;
    }
    if (this.#isSeats) this.#collectLost(transaction);
    for (const event of events) this.#take(event, transaction);
  }

  #take({ target, keys }: PageEvent, transaction: Y.Transaction): void {
    const objects = objectsOf(this.doc);
    if (target === objects)
      for (const [id, { oldValue }] of keys) this.#objectChanged(id, oldValue, transaction);
    else if (target instanceof Y.Text) this.#textChanged(target, transaction);
    else if (target instanceof Y.Map)
      for (const [key, { oldValue }] of keys)
        this.#fieldChanged(idOf(target), key, oldValue, target.get(key));
  }

  /** An edit that was refused and undone in the same row has changed nothing but the names of what it deleted. */
  #takeRefused({ target, keys }: PageEvent, transaction: Y.Transaction): void {
    if (target instanceof Y.Text) this.#rewrote(target, target, transaction);
    else if (target instanceof Y.Map)
      for (const [key, { oldValue }] of keys) this.#replaced(oldValue, target.get(key), transaction);
  }

  #replaced(before: unknown, now: unknown, transaction: Y.Transaction): void {
    if (before instanceof Y.Text && now instanceof Y.Text) this.#rewrote(before, now, transaction);
    if (!(before instanceof Y.Map) || !(now instanceof Y.Map)) return;
    for (const [key, latest] of (before as ObjectMap)._map)
      this.#replaced(valueBefore(latest, transaction), now.get(key), transaction);
  }

  #rewrote(before: Y.Text, now: Y.Text, transaction: Y.Transaction): void {
    const stood = (item: Y.Item) =>
      !isNew(item, transaction) && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id));
    this.#rewritten.carryOver(
      placesIn(before, stood),
      placesIn(now, (item) => !item.deleted),
      (client, clock) => this.wrote(client, clock),
    );
  }

  #objectChanged(id: string, before: unknown, transaction: Y.Transaction): void {
    const isKnown = this.made.has(id) || objectsOf(this.gone).has(id);
    if (!this.#isSeats) this.#forget(id);
    else if (!isKnown && before instanceof Y.Map)
      objectsOf(this.gone).set(id, this.#withoutSeat(id, before, transaction));
    else if (!isKnown) this.made.add(id);
    this.#fields.delete(id);
    this.#workedOn.delete(id);
  }

  #forget(id: string): void {
    this.made.delete(id);
    objectsOf(this.gone).delete(id);
  }

  #fieldChanged(id: string, key: string, before: unknown, now: unknown): void {
    if (before instanceof Y.Text || now instanceof Y.Text) return;
    const fields = this.#fields.get(id) ?? new Map<string, FieldChange>();
    if (!this.#isSeats) {
      fields.delete(key);
      if (!PLACING.has(key)) this.#workedOn.add(id);
    } else if (!isDeepStrictEqual(before, now)) {
      fields.set(key, { before: fields.has(key) ? fields.get(key)?.before : before, now });
      this.#fields.set(id, fields);
    }
  }

  #textChanged(text: Y.Text, transaction: Y.Transaction): void {
    if (this.#isSeats) return;
    const object = text.parent;
    if (object instanceof Y.Map) this.#workedOn.add(idOf(object));
    if (this.#row?.kind === 'server') this.lost.foundAgain(text, (item) => isNew(item, transaction));
  }

  get #isSeats(): boolean {
    return this.#row?.kind === 'edit' && this.#row.seat === this.#seat;
  }

  #collectLost(transaction: Y.Transaction): void {
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item) this.lost.add(struct, (client, clock) => !this.wrote(client, clock));
    });
  }

  /** An object that has just been taken away, as it would be without what the seat has done to it. */
  #withoutSeat(id: string, object: ObjectMap, transaction: Y.Transaction): ObjectMap {
    const without: ObjectMap = new Y.Map();
    for (const [key, latest] of object._map) {
      const change = this.#fields.get(id)?.get(key);
      const value = change === undefined ? valueBefore(latest, transaction) : change.before;
      if (value instanceof Y.Text) without.set(key, new Y.Text(lostTextOf(value, this.lost)));
      else if (value !== undefined) without.set(key, value);
    }
    return without;
  }
}

/** The value of a key when the transaction began. */
function valueBefore(latest: Y.Item, transaction: Y.Transaction): unknown {
  let item: Y.Item | null = latest;
  while (item !== null && isNew(item, transaction)) item = item.left;
  if (item === null || (item.deleted && !Y.isDeleted(transaction.deleteSet, item.id))) return undefined;
  return item.content.getContent().at(-1);
}

const isNew = ({ id }: Y.Item, { beforeState }: Y.Transaction): boolean =>
  id.clock >= (beforeState.get(id.client) ?? 0);

const idOf = (object: Y.Map<unknown>): string => object._item?.parentSub ?? '';
