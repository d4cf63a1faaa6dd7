import type { OutlineGroup } from '#shared/content/page-outline.ts';

/** Entries that one list shows at first, and more at each asking: each is a handful of elements, and a page may have ten thousand. */
const PORTION = 100;

export interface ShownGroup extends OutlineGroup {
  /** How many of the group there are ahead of the first that is shown. */
  readonly skipped: number;
  readonly count: number;
}

/** The part of a section that is on screen. */
export class OutlineWindow {
  #from = $state(0);
  #to = $state(PORTION);

  /** How many stand ahead of what is shown. */
  get earlier(): number {
    return this.#from;
  }

  later(count: number): number {
    return Math.max(0, count - this.#to);
  }

  showEarlier(): void {
    this.#from = Math.max(0, this.#from - PORTION);
  }

  showMore(): void {
    this.#to += PORTION;
  }

  /** Brings an entry into what is shown: what is far from the rest is shown with its own neighbours. */
  reveal(index: number): void {
    if (index >= this.#from && index < this.#to) return;
    this.#from = Math.max(0, index - PORTION / 2);
    this.#to = this.#from + PORTION;
  }

  shownOf(groups: readonly OutlineGroup[]): readonly ShownGroup[] {
    let at = 0;
    return groups.flatMap((group) => {
      const [start, end] = [Math.max(0, this.#from - at), Math.min(group.objects.length, this.#to - at)];
      at += group.objects.length;
      if (start >= end) return [];
      return [
        { ...group, objects: group.objects.slice(start, end), skipped: start, count: group.objects.length },
      ];
    });
  }
}
