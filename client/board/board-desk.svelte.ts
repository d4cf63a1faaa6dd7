import { announce } from '#client/ui/announce.svelte.ts';
import type { Point } from '#shared/geometry/box.ts';

/** Something that is asked before it is done. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** What can be answered besides leaving it; the first is the usual one. */
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly label: string;
  /** What is done cannot be had back by hand. */
  readonly isGrave?: boolean;
  act(): void;
}

/** A sheet that lies over the board. */
export type Sheet = 'help' | 'merge' | 'find';

/** What lies over the board besides the board: the open menu, a sheet, a question, the last word said. */
export class BoardDesk {
  #menuAt = $state.raw<Point | null>(null);
  #sheet = $state.raw<Sheet | null>(null);
  #question = $state.raw<Question | null>(null);
  #word = $state.raw<string | null>(null);

  /** Where the context menu is open, CSS pixels of the view. */
  get menuAt(): Point | null {
    return this.#menuAt;
  }

  openMenuAt(at: Point): void {
    this.#menuAt = at;
  }

  closeMenu(): void {
    this.#menuAt = null;
  }

  get sheet(): Sheet | null {
    return this.#sheet;
  }

  show(sheet: Sheet): void {
    this.#sheet = sheet;
  }

  closeSheet(): void {
    this.#sheet = null;
  }

  get question(): Question | null {
    return this.#question;
  }

  ask(question: Question): void {
    this.#question = question;
  }

  closeQuestion(): void {
    this.#question = null;
  }

  /** What stands over the board until it is put away: something did not go as the hand wanted. */
  get word(): string | null {
    return this.#word;
  }

  say(text: string): void {
    // The note that shows it is a status too, but the same words twice in a row would not be read out again.
    if (this.#word === text) announce(text);
    this.#word = text;
  }

  unsay(): void {
    this.#word = null;
  }
}
