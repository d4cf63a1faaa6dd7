/** The size of a card's title in board units: what has to be readable for a card to be worth an element. */
const TITLE_SIZE = 19;

/** Titles that grow to so many CSS pixels become elements, and cease to be below the other: a gap, so that nothing flickers between. */
const TITLE_PX = { on: 9.5, off: 7.5 } as const;

/** Whether words can be read, by the zoom and by whether they could be before. */
export class LevelOfDetail {
  #isLegible = true;

  get isLegible(): boolean {
    return this.#isLegible;
  }

  /** Tells of a zoom at which the eye rests. */
  settle(zoom: number): void {
    this.#isLegible = TITLE_SIZE * zoom >= (this.#isLegible ? TITLE_PX.off : TITLE_PX.on);
  }
}
