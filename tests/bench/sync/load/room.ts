import type { Note } from './note.ts';
import type { Score } from './score.ts';
import type { Track } from './track.ts';

export interface Writer {
  readonly clientId: number;
  readonly note: Note;
  readonly track: Track;
}

export interface Pointer {
  readonly clientId: number;
  readonly track: Track;
}

/** Who sends what in a room; found by client id for every delivery. */
export class Room {
  readonly score: Score;
  /** How many people there are in it. */
  readonly population: number;
  readonly writers: Writer[] = [];
  readonly pointers: Pointer[] = [];
  readonly #writers = new Map<number, Writer>();
  readonly #pointers = new Map<number, Pointer>();

  constructor(score: Score, population: number) {
    this.score = score;
    this.population = population;
  }

  addWriter(writer: Writer): void {
    this.writers.push(writer);
    this.#writers.set(writer.clientId, writer);
  }

  addPointer(pointer: Pointer): void {
    this.pointers.push(pointer);
    this.#pointers.set(pointer.clientId, pointer);
  }

  writerOf(clientId: number): Writer | undefined {
    return this.#writers.get(clientId);
  }

  pointerOf(clientId: number): Pointer | undefined {
    return this.#pointers.get(clientId);
  }
}
