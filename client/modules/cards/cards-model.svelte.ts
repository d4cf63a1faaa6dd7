import { messages } from '#client/model/messages.svelte.ts';
import type { Page } from '#client/model/types.ts';
import type { BoardObject, Kind } from '#shared/content/board-object.ts';
import { NOTE_MEANINGS, type NoteMeaning } from '#shared/content/kinds/note.ts';
import { inLabelOrder, READING_ORDER } from '#shared/content/page-outline.ts';
import { matches, valuesIn, WHOLE_TABLE } from '#shared/content/table-query.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { optionLabel } from '../fields/field-words.ts';
import { meaningOf } from '../fields/meaning-of.ts';
import { objectsOn } from '../fields/page-editing.svelte.ts';

/** The cards of a page on a phone, and what they are narrowed down to. */
export class CardsModel {
  readonly page: Page;
  readonly #t = messages('inventory');

  text = $state('');
  kind = $state<Kind | null>(null);
  meaning = $state<NoteMeaning | null>(null);
  subArea = $state<string | null>(null);

  readonly #objects: readonly BoardObject[] = $derived.by(() => objectsOn(this.page));

  /** The kinds that are on the page, and how many there are of each. */
  readonly kinds: readonly { readonly kind: Kind; readonly count: number }[] = $derived.by(() =>
    READING_ORDER.map((kind) => ({ kind, count: this.#ofKind(kind).length })).filter(
      ({ count }) => count > 0,
    ),
  );
  readonly meanings: readonly NoteMeaning[] = $derived.by(() =>
    NOTE_MEANINGS.filter((meaning) => this.#objects.some((object) => meaningOf(object) === meaning)),
  );
  readonly subAreas: readonly string[] = $derived.by(() => valuesIn(this.#ofKind('item'), 'subArea'));

  readonly sections: readonly { readonly kind: Kind; readonly ids: readonly ObjectId[] }[] = $derived.by(() =>
    READING_ORDER.map((kind) => ({ kind, ids: this.#shown(kind).map(({ id }) => id) })).filter(
      ({ ids }) => ids.length > 0,
    ),
  );

  constructor(page: Page) {
    this.page = page;
  }

  get count(): number {
    return this.#objects.length;
  }

  get found(): number {
    return this.sections.reduce((sum, { ids }) => sum + ids.length, 0);
  }

  get isNarrowed(): boolean {
    return this.text !== '' || this.kind !== null || this.meaning !== null || this.subArea !== null;
  }

  /** Everything again: a card that was just added must not be hidden by a filter. */
  showAll(): void {
    this.text = '';
    this.pickKind(null);
  }

  /** Another kind has other things to be narrowed down by. */
  pickKind(kind: Kind | null): void {
    this.kind = kind;
    this.meaning = null;
    this.subArea = null;
  }

  #ofKind(kind: Kind): readonly BoardObject[] {
    const objects = this.#objects.filter((object) => object.kind === kind);
    return kind === 'choice' ? inLabelOrder(objects) : objects;
  }

  #shown(kind: Kind): readonly BoardObject[] {
    return this.#ofKind(kind).filter((object) => this.#isWanted(object));
  }

  #isWanted(object: BoardObject): boolean {
    if (this.kind !== null && object.kind !== this.kind) return false;
    if (this.meaning !== null && meaningOf(object) !== this.meaning) return false;
    if (this.subArea !== null && object.fields['subArea'] !== this.subArea) return false;
    const query = { ...WHOLE_TABLE, text: this.text };
    return matches(object, query, (key, option) => optionLabel(this.#t, key, option));
  }
}
