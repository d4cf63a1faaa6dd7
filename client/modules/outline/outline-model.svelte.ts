import { SvelteSet } from 'svelte/reactivity';
import { messages } from '#client/model/messages.svelte.ts';
import type { Page } from '#client/model/types.ts';
import { groupOf, type BoardObject } from '#shared/content/board-object.ts';
import { outlineTree, type OutlineTree } from '#shared/content/outline-tree.ts';
import type { OutlineSection } from '#shared/content/page-outline.ts';
import { framesAround, groupSizes } from '#shared/content/page-places.ts';
import { keepOrder } from '#shared/content/table-query-order.ts';
import { matches, WHOLE_TABLE } from '#shared/content/table-query.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { nameOnPage } from '../fields/connector-name.ts';
import { optionLabel } from '../fields/field-words.ts';
import { editingOf } from '../fields/page-editing.svelte.ts';
import { moveAmong } from './reorder.ts';

/** Entries that are all shown at once, whatever frames they lie in. */
const UNFOLDED_UP_TO = 300;

/**
 * The page as nested lists. An object keeps its place while somebody is in it: what it says may decide where it belongs (its
 * sub-area, its meaning, its label), and a form must not move from under the hands that fill it in. Nor do the others change places
 * meanwhile: a browser takes the focus from what it puts elsewhere.
 */
export class OutlineModel {
  readonly page: Page;
  readonly #t = messages('inventory');
  /** The object one is in, as it was on entering. */
  #held = $state.raw<BoardObject | null>(null);
  /** The order of the page as it was when the focus came to the entries; `null` while it is not there. */
  #order = $state.raw<readonly ObjectId[] | null>(null);

  search = $state('');
  readonly open = new SvelteSet<ObjectId>();

  readonly #ids: readonly ObjectId[] = $derived.by(() =>
    this.#order === null ? this.page.ids : keepOrder(this.#order, this.page.ids),
  );
  readonly #objects: readonly BoardObject[] = $derived.by(() =>
    this.#ids.flatMap((id) => {
      const object = this.page.object(id);
      return object === null ? [] : [id === this.#held?.id ? this.#held : object];
    }),
  );
  readonly #found: readonly BoardObject[] = $derived.by(() =>
    this.#objects.filter((object) => object === this.#held || this.#matches(object)),
  );
  readonly #tree: OutlineTree = $derived.by(() => outlineTree(this.#found));
  /** How many are taken hold of together, by their group. */
  readonly #groups: ReadonlyMap<string, number> = $derived.by(() => groupSizes(this.#objects));
  /** Frames that are shown against the rule for the page: folded on a small one, unfolded on a large one. */
  readonly #turned = new SvelteSet<ObjectId>();
  /** The entry that is to be shown whatever part of its list is on screen: it was just made. */
  sought = $state.raw<ObjectId | null>(null);

  constructor(page: Page) {
    this.page = page;
  }

  /** What lies in no frame. */
  get sections(): readonly OutlineSection[] {
    return this.#tree.sections;
  }

  /** Every object of the page, in order. */
  get objects(): readonly BoardObject[] {
    return this.#objects;
  }

  /** What lies in a frame. */
  within(frame: ObjectId): readonly OutlineSection[] {
    return this.#tree.within.get(frame) ?? [];
  }

  /** On a large page every frame is one line until it is asked for. */
  isUnfolded(frame: ObjectId): boolean {
    return this.#turned.has(frame) !== this.#found.length <= UNFOLDED_UP_TO;
  }

  turn(frame: ObjectId): void {
    if (!this.#turned.delete(frame)) this.#turned.add(frame);
  }

  nameOf(object: BoardObject): string {
    return nameOnPage(this.#t, object, (id) => this.page.object(id));
  }

  /** How many others an object is grouped with. */
  groupedWith(object: BoardObject): number {
    const group = groupOf(object);
    return group === null ? 0 : (this.#groups.get(group) ?? 1) - 1;
  }

  /** Opens an entry and has it on screen, with the frames that it lies in. */
  show(id: ObjectId): void {
    this.search = '';
    this.open.add(id);
    this.sought = id;
    for (const frame of framesAround(id, (each) => this.page.object(each)))
      if (!this.isUnfolded(frame.id)) this.turn(frame.id);
  }

  get count(): number {
    return this.#objects.length;
  }

  get found(): number {
    return this.#found.length;
  }

  enter(id: ObjectId): void {
    this.#order ??= this.page.ids;
    if (this.#held?.id !== id) this.#held = this.page.object(id);
  }

  leave(id: ObjectId): void {
    if (this.#held?.id === id) this.#held = null;
  }

  /** The focus has gone from the entries altogether. */
  leaveAll(): void {
    this.#held = null;
    this.#order = null;
  }

  /** Moves an object one place up or down among others; returns its new place, or `null` if it stayed. */
  move(id: ObjectId, rivals: readonly ObjectId[], step: -1 | 1): number | null {
    const place = moveAmong(this.page, rivals, id, step);
    if (place === null) return null;
    editingOf(this.page).touch(id);
    this.showOrder();
    return place;
  }

  /** This person has changed the order, and looks for it. */
  showOrder(): void {
    this.#order &&= this.page.ids;
  }

  toggle(id: ObjectId): void {
    if (!this.open.delete(id)) this.open.add(id);
  }

  openAll(): void {
    for (const { id } of this.#found) this.open.add(id);
  }

  closeAll(): void {
    this.open.clear();
  }

  #matches(object: BoardObject): boolean {
    const query = { ...WHOLE_TABLE, text: this.search };
    return matches(object, query, (key, option) => optionLabel(this.#t, key, option));
  }
}
