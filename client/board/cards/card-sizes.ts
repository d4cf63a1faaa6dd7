import type { Attachment } from 'svelte/attachments';
import type { ObjectId } from '#shared/kernel/ids.ts';

/** One observer for all cards: tells how high each has grown around its words, in board units. */
export class CardSizes {
  readonly #observer: ResizeObserver;
  readonly #ids = new WeakMap<Element, ObjectId>();

  constructor(onHeight: (id: ObjectId, height: number) => void) {
    this.#observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const id = this.#ids.get(target);
        // The box before transforms, so that the zoom is not in it.
        const height = borderBoxSize[0]?.blockSize;
        if (id !== undefined && height !== undefined) onHeight(id, height);
      }
    });
  }

  measure(id: ObjectId): Attachment {
    return (card) => {
      this.#ids.set(card, id);
      this.#observer.observe(card);
      return () => this.#observer.unobserve(card);
    };
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
