import { recall, remember } from '#client/model/remembered.ts';

const CALM = 'board-calm';
const POINTERS = 'board-pointers';

/** How one person wants the board to behave, kept on this device. */
export class Comfort {
  #calm = $state(recall(CALM) === 'yes');
  #pointers = $state.raw(readPointers(recall(POINTERS)));

  /** No pointers of others, nothing that moves by itself, one frame at a time. */
  get calm(): boolean {
    return this.#calm;
  }

  set calm(calm: boolean) {
    this.#calm = calm;
    remember(CALM, calm ? 'yes' : 'no');
  }

  /** `null`: as it suits the size of the room. */
  get pointers(): boolean | null {
    return this.#pointers;
  }

  set pointers(shown: boolean | null) {
    this.#pointers = shown;
    remember(POINTERS, shown === null ? '' : shown ? 'yes' : 'no');
  }
}

const readPointers = (kept: string | null): boolean | null =>
  kept === 'yes' ? true : kept === 'no' ? false : null;
