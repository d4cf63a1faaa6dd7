const INITIAL_CAPACITY = 1024;

/** What one client sends of one sort, and when. All that a receiver has of it is a number: how many, from the first. */
export class Track {
  /** Its place among the room's tracks of this sort. */
  readonly index: number;
  #sentAt = new Float64Array(INITIAL_CAPACITY);
  #sent = 0;
  #from = Infinity;
  #to = Infinity;

  constructor(index: number) {
    this.index = index;
  }

  get sent(): number {
    return this.#sent;
  }

  /** How many were sent while it was measured. */
  get measured(): number {
    return this.#to === Infinity ? 0 : this.#to - this.#from;
  }

  add(now: number): void {
    if (this.#sent === this.#sentAt.length) this.#grow();
    this.#sentAt[this.#sent] = now;
    this.#sent += 1;
  }

  sentAt(index: number): number {
    return this.#sentAt[index] ?? NaN;
  }

  startMeasuring(): void {
    this.#from = this.#sent;
    this.#to = Infinity;
  }

  stopMeasuring(): void {
    this.#to = this.#sent;
  }

  isMeasured(index: number): boolean {
    return index >= this.#from && index < this.#to;
  }

  #grow(): void {
    const larger = new Float64Array(this.#sentAt.length * 2);
    larger.set(this.#sentAt);
    this.#sentAt = larger;
  }
}
