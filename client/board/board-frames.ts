/** Does what is to be done each frame while there is something to do, and nothing when there is not. */
export class BoardFrames {
  readonly #nextFrame: (act: () => void) => void;
  readonly #work = new Set<() => boolean>();
  #isAsked = false;
  #isOpen = true;

  /** `nextFrame` calls back with the next frame. */
  constructor(nextFrame: (act: () => void) => void) {
    this.#nextFrame = nextFrame;
  }

  /** `work` is done in each frame from now on that is asked for, and returns whether more is to do in the next. Returns how to stop. */
  add(work: () => boolean): () => void {
    this.#work.add(work);
    return () => void this.#work.delete(work);
  }

  ask(): void {
    if (this.#isAsked || !this.#isOpen) return;
    this.#isAsked = true;
    this.#nextFrame(() => this.#run());
  }

  stop(): void {
    this.#isOpen = false;
  }

  #run(): void {
    this.#isAsked = false;
    if (!this.#isOpen) return;
    let isMore = false;
    for (const work of this.#work) isMore = work() || isMore;
    if (isMore) this.ask();
  }
}
