import { SvelteMap } from 'svelte/reactivity';
import type { Page } from '#client/model/types.ts';
import type { FieldValue, Kind } from '#shared/content/board-object.ts';
import { differing, marksOf, type PageMarks } from '#shared/content/page-digest.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { OwnChanges } from './own-changes.ts';

interface Removed {
  readonly id: ObjectId;
  readonly name: string;
}

/** One person's work on a page through its fields: what is typed but is no value yet, and what was removed last. */
export class PageEditing {
  readonly #page: Page;
  #removed = $state.raw<Removed | null>(null);

  readonly own = new OwnChanges();
  /** Texts that are not in the document, by `<object>.<field>`. They outlive the fields that show them. */
  readonly drafts = new SvelteMap<string, string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** What was removed last, until something else is done: what *undo* would bring back now. */
  get removed(): Removed | null {
    return this.#removed;
  }

  /** Call when the person changes an object by other means than below, as by typing into shared text. */
  touch(id: ObjectId): void {
    this.own.add(id);
    this.#removed = null;
  }

  set(id: ObjectId, key: string, value: FieldValue): void {
    this.touch(id);
    this.#page.setField(id, key, value);
  }

  add(kind: Kind, fields: Readonly<Record<string, FieldValue>> = {}): ObjectId {
    const id = this.#page.add(kind, { fields });
    this.touch(id);
    return id;
  }

  /** `name`: what the person knows it by. */
  remove(id: ObjectId, name: string): void {
    this.touch(id);
    this.#page.remove([id]);
    this.#removed = { id, name };
  }

  undo(): void {
    this.#step(() => this.#page.undo());
  }

  redo(): void {
    this.#step(() => this.#page.redo());
  }

  /** Which objects a step of undo is about is not told, so it is seen from the page before and after. */
  #step(take: () => void): void {
    const before = this.#marks();
    take();
    this.own.add(...differing(before, this.#marks()));
    this.#removed = null;
  }

  #marks(): PageMarks {
    return marksOf(objectsOn(this.#page));
  }
}

/** Every object of the page, in order; reactive for all of them. */
export const objectsOn = (page: Page) =>
  page.ids.flatMap((id) => {
    const object = page.object(id);
    return object === null ? [] : [object];
  });

/** One for each page, so that a draft begun in the table is there in the form, and there again when its view is back. */
const editings = new WeakMap<Page, PageEditing>();

export function editingOf(page: Page): PageEditing {
  const known = editings.get(page);
  if (known !== undefined) return known;
  const made = new PageEditing(page);
  editings.set(page, made);
  return made;
}
