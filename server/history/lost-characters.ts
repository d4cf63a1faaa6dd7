import * as Y from 'yjs';
import { charactersOf, itemsOf } from './characters.ts';

/** Characters somebody has deleted, by their names: a document forgets what stood at a place as soon as it is deleted. */
export class LostCharacters {
  readonly #units = new Map<number, Map<number, string>>();

  /** Takes what has just been deleted and is not collected yet, as far as it `matters`. */
  add({ id, content }: Y.Item, matters: (client: number, clock: number) => boolean): void {
    if (!(content instanceof Y.ContentString)) return;
    const units = this.#units.get(id.client) ?? new Map<number, string>();
    this.#units.set(id.client, units);
    for (let offset = 0; offset < content.str.length; offset += 1)
      if (matters(id.client, id.clock + offset)) units.set(id.clock + offset, content.str.charAt(offset));
  }

  has(client: number): boolean {
    return this.#units.has(client);
  }

  unitAt(client: number, clock: number): string {
    return this.#units.get(client)?.get(clock) ?? '';
  }

  /**
   * Somebody has written in the text: of what is lost at the same spot, whatever has been put there again is lost no more. Else going
   * back twice would bring it back twice.
   */
  foundAgain(text: Y.Text, isNew: (item: Y.Item) => boolean): void {
    let spot = new Spot();
    for (const item of itemsOf(text)) {
      if (item.deleted) spot.lost.push(...this.#lostIn(item));
      else if (isNew(item) && item.content instanceof Y.ContentString) spot.written += item.content.str;
      else {
        this.#forget(spot);
        spot = new Spot();
      }
    }
    this.#forget(spot);
  }

  #lostIn({ id, length }: Y.Item): readonly Lost[] {
    const units = this.#units.get(id.client);
    if (units === undefined) return [];
    return Array.from({ length }, (_, offset) => id.clock + offset).flatMap((clock) => {
      const unit = units.get(clock);
      return unit === undefined ? [] : [{ client: id.client, clock, unit }];
    });
  }

  #forget({ lost, written }: Spot): void {
    let from = 0;
    for (const unit of written) {
      const at = lost.findIndex((candidate, index) => index >= from && candidate.unit === unit);
      const found = lost[at];
      if (found === undefined) continue;
      this.#units.get(found.client)?.delete(found.clock);
      from = at + 1;
    }
  }
}

interface Lost {
  readonly client: number;
  readonly clock: number;
  readonly unit: string;
}

/** What has been written and what is lost between two characters that stand. */
class Spot {
  readonly lost: Lost[] = [];
  written = '';
}

/** All that is lost of a text, in its order. */
export const lostTextOf = (text: Y.Text, lost: LostCharacters): string =>
  [...charactersOf(text, (client) => lost.has(client))]
    .map(({ client, clock }) => lost.unitAt(client, clock))
    .join('');
