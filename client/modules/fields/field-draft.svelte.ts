import { language } from '#client/model/messages.svelte.ts';
import type { Page } from '#client/model/types.ts';
import type { FieldValue } from '#shared/content/board-object.ts';
import type { Field } from '#shared/content/field.ts';
import { formatNumber } from '#shared/content/number-format.ts';
import type { NumberFault } from '#shared/content/number-input-fault.ts';
import { parseNumber } from '#shared/content/number-input.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { editingOf, type PageEditing } from './page-editing.svelte.ts';

/** Somebody who stops for this long has written what they mean for now; a phone that is put away has it saved. */
const SETTLE_MS = 900;

/**
 * The text of a field whose value is set as a whole (a line, a number) while it is being written. What can be read is put in the
 * document when the person pauses or leaves the field; what cannot stays here, as written, until it is mended or cancelled.
 */
export class FieldDraft {
  readonly #page: Page;
  readonly #editing: PageEditing;
  readonly #id: ObjectId;
  readonly #field: Field;
  readonly #key: string;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #before: FieldValue = null;
  #settled = $state(true);

  constructor(page: Page, id: ObjectId, field: Field) {
    this.#page = page;
    this.#editing = editingOf(page);
    this.#id = id;
    this.#field = field;
    this.#key = draftKey(id, field);
  }

  /** What the field shows: the draft, else the stored value. */
  get text(): string {
    return this.#editing.drafts.get(this.#key) ?? this.storedText;
  }

  get storedText(): string {
    return storedText(this.#field, this.#stored);
  }

  /** Why the text is no value; `null` while it is being written. */
  get fault(): NumberFault | null {
    return this.#settled ? draftFault(this.#page, this.#id, this.#field) : null;
  }

  /** Whether *cancel* would change anything. */
  get isChanged(): boolean {
    return this.#editing.drafts.has(this.#key) || this.#stored !== this.#before;
  }

  /** Call when the field gets the focus: what is there now is what *cancel* brings back. */
  begin(): void {
    this.#before = this.#stored;
  }

  write(text: string): void {
    this.#settled = false;
    this.#editing.drafts.set(this.#key, text);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#store(), SETTLE_MS);
  }

  /** Stores what can be read and shows it in its usual form; what cannot be read stays. */
  commit(): void {
    if (this.#store()) this.#editing.drafts.delete(this.#key);
  }

  /** Back to what was there when the person came. */
  cancel(): void {
    clearTimeout(this.#settling);
    this.#editing.drafts.delete(this.#key);
    this.#settled = true;
    if (this.#stored !== this.#before) this.#editing.set(this.#id, this.#field.key, this.#before);
  }

  get #stored(): FieldValue {
    return this.#page.object(this.#id)?.fields[this.#field.key] ?? null;
  }

  /** Whether nothing is left that is not in the document. */
  #store(): boolean {
    clearTimeout(this.#settling);
    this.#settled = true;
    const draft = this.#editing.drafts.get(this.#key);
    if (draft === undefined) return true;
    const read = readField(this.#field, draft);
    // Locked in the middle of a word: the text waits here until the page can be written on again.
    if (!read.ok || !this.#page.canWrite) return false;
    if (this.#page.object(this.#id) !== null && read.value !== this.#stored)
      this.#editing.set(this.#id, this.#field.key, read.value);
    return true;
  }
}

const draftKey = (id: ObjectId, field: Field): string => `${id}.${field.key}`;

/** The draft of a field that is no value, to be shown where the field is not open. */
export function strayDraft(page: Page, id: ObjectId, field: Field): string | null {
  const draft = editingOf(page).drafts.get(draftKey(id, field));
  return draft === undefined || readField(field, draft).ok ? null : draft;
}

function draftFault(page: Page, id: ObjectId, field: Field): NumberFault | null {
  const draft = editingOf(page).drafts.get(draftKey(id, field));
  const read = draft === undefined ? null : readField(field, draft);
  return read === null || read.ok ? null : read.error;
}

function readField(field: Field, text: string): Result<FieldValue, NumberFault> {
  switch (field.type) {
    case 'count':
    case 'money':
    case 'percent':
      return parseNumber(field.type, text);
    default:
      return ok(text.trim());
  }
}

function storedText(field: Field, value: FieldValue): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'count':
    case 'money':
    case 'percent':
      return formatNumber(field.type, value, language());
    default:
      return '';
  }
}
