import { untrack } from 'svelte';
import { messages } from '#client/model/messages.svelte.ts';
import type { Page } from '#client/model/types.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import { keepOrder } from '#shared/content/table-query-order.ts';
import { queryRows, WHOLE_TABLE, type LabelOf, type TableQuery } from '#shared/content/table-query.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { optionLabel } from '../fields/field-words.ts';
import { editingOf, objectsOn, type PageEditing } from '../fields/page-editing.svelte.ts';
import type { TablePlace } from './table-cursor.ts';

/** More rows are mounted when asked for: each is some twenty elements. */
const ROWS_AT_FIRST = 200;

/**
 * What the table shows and where its user is. Rows keep their places while anybody types: the order is made anew when the
 * user asks for it (sorts, filters, presses *order again*) or leaves the rows.
 */
export class TableModel {
  readonly page: Page;
  readonly editing: PageEditing;
  readonly #t = messages('inventory');
  #query = $state.raw<TableQuery>(WHOLE_TABLE);
  #arranged = $state.raw<readonly ObjectId[]>([]);
  /** Rows added under the present filter: they stay in sight though they may not match it yet. */
  #pinned = $state.raw<readonly ObjectId[]>([]);
  #limit = $state(ROWS_AT_FIRST);

  /** The cell in the tab order, and whether it is being written in. */
  place = $state.raw<TablePlace>({ row: 'head', column: 'title' });
  isWriting = $state(false);

  readonly items: readonly BoardObject[] = $derived.by(() =>
    objectsOn(this.page).filter(({ kind }) => kind === 'item'),
  );
  /** The rows as they would be if the order were made now. */
  readonly #fresh: readonly ObjectId[] = $derived.by(() => {
    const found = queryRows(this.items, this.#query, this.#labelOf).map(({ id }) => id);
    return keepOrder(found, [...found, ...this.#onPage(this.#pinned)]);
  });
  /** The rows in their places: those arranged before and still there, then the newcomers. */
  readonly rows: readonly ObjectId[] = $derived.by(() => {
    return keepOrder(this.#arranged, [...this.#onPage(this.#arranged), ...this.#fresh]);
  });
  readonly isStale = $derived.by(() => {
    return this.rows.length !== this.#fresh.length || this.rows.some((id, i) => id !== this.#fresh[i]);
  });

  constructor(page: Page) {
    this.page = page;
    this.editing = editingOf(page);
    this.arrange();
  }

  get query(): TableQuery {
    return this.#query;
  }

  get mounted(): readonly ObjectId[] {
    return this.rows.slice(0, this.#limit);
  }

  showMore(): void {
    this.#limit += ROWS_AT_FIRST;
  }

  /** What the query shows and sums: rows, as they are now. */
  get shown(): readonly BoardObject[] {
    return this.rows.flatMap((id) => this.page.object(id) ?? []);
  }

  /** Asks anew: another filter, another sorting. */
  ask(query: Partial<TableQuery>): void {
    this.#query = { ...this.#query, ...query };
    this.#pinned = [];
    this.arrange();
  }

  arrange(): void {
    this.#arranged = untrack(() => this.#fresh);
  }

  /** A new row, with what the filter asks for filled in, opened for writing at its title. */
  addRow(): void {
    const wanted = Object.entries(this.#query.values).filter(([, value]) => value !== null);
    const id = this.editing.add('item', Object.fromEntries(wanted));
    this.#pinned = [...this.#pinned, id];
    this.#limit = Math.max(this.#limit, this.rows.length);
    this.write({ row: id, column: 'title' });
  }

  /** Takes a row away and goes to the one that is now in its place. */
  removeRow(id: ObjectId, name: string): void {
    const at = this.rows.indexOf(id);
    this.editing.remove(id, name);
    const next = this.rows[Math.min(at, this.rows.length - 1)];
    this.go({ row: next ?? 'head', column: this.place.column });
  }

  go(place: TablePlace): void {
    this.isWriting = false;
    this.place = place;
  }

  write(place: TablePlace): void {
    this.place = place;
    this.isWriting = this.page.canWrite;
  }

  isAt(row: TablePlace['row'], column: string): boolean {
    return this.#reachable.row === row && this.#reachable.column === column;
  }

  isWritingAt(row: ObjectId, column: string): boolean {
    return this.isWriting && this.page.canWrite && this.place.row === row && this.place.column === column;
  }

  /** The place in the tab order: the headings when the row one was in has gone. */
  get #reachable(): TablePlace {
    const { row, column } = this.place;
    const isThere = row === 'head' || row === 'foot' || this.mounted.includes(row);
    return isThere ? this.place : { row: 'head', column };
  }

  #onPage(ids: readonly ObjectId[]): readonly ObjectId[] {
    return ids.filter((id) => this.page.object(id) !== null);
  }

  readonly #labelOf: LabelOf = (key, option) => optionLabel(this.#t, key, option);
}
