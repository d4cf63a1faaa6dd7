import { untrack } from 'svelte';
import { messages } from '#client/model/messages.svelte.ts';
import { recall, remember } from '#client/model/remembered.ts';
import type { Page } from '#client/model/types.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { digestOf, marksOf, type PageDigest, type PageMarks } from '#shared/content/page-digest.ts';
import { editingOf, objectsOn } from './page-editing.svelte.ts';

/** Long enough that ten people writing make one sentence, short enough that it is still news. */
const DIGEST_EVERY_MS = 15_000;
const PAUSED = 'changes-paused';

/** What others do to the page, told in one sentence now and then: shown always, read aloud unless paused. */
export class OthersChanges {
  readonly #page: Page;
  readonly #t = messages('inventory');
  #marks: PageMarks = marksOf([]);
  #latest = $state.raw<PageDigest | null>(null);
  #paused = $state(recall(PAUSED) === 'yes');

  constructor(page: Page) {
    this.#page = page;
  }

  /** In the words of the reader; `''` when nothing has happened yet. */
  get latest(): string {
    return this.#latest === null ? '' : this.#t.digest(this.#latest);
  }

  get isPaused(): boolean {
    return this.#paused;
  }

  togglePause(): void {
    this.#paused = !this.#paused;
    remember(PAUSED, this.#paused ? 'yes' : 'no');
    announce(this.#paused ? this.#t.outline.changesPaused : this.#t.outline.changesResumed);
  }

  /** Follows the page until the returned function is called. */
  follow(): () => void {
    untrack(() => this.#begin());
    const timer = setInterval(() => untrack(() => this.#tell()), DIGEST_EVERY_MS);
    return () => clearInterval(timer);
  }

  #begin(): void {
    editingOf(this.#page).own.take();
    this.#marks = marksOf(objectsOn(this.#page));
  }

  #tell(): void {
    const objects = objectsOn(this.#page);
    const digest = digestOf(this.#marks, objects, editingOf(this.#page).own.take());
    this.#marks = marksOf(objects);
    if (digest === null) return;
    this.#latest = digest;
    if (!this.#paused) announce(`${this.#t.outline.changes}: ${this.latest}.`);
  }
}
