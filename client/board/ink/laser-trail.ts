import type { Point } from '#shared/geometry/box.ts';

/** How long a point of the trail is seen. */
export const TRAIL_MS = 1_200;

interface Spot {
  readonly at: Point;
  readonly time: number;
}

/** Where somebody has been pointing lately. It fades from its end; while they point, its head stays. */
export class LaserTrail {
  isHeld = true;
  #spots: readonly Spot[] = [];

  add(at: Point, time: number): void {
    this.#spots = [...this.#seen(time), { at, time }];
  }

  /** The spots that are still seen, each with how fresh it is: 1 when new, 0 when gone. */
  fading(time: number): readonly { readonly at: Point; readonly freshness: number }[] {
    return this.#seen(time).map((spot) => ({
      at: spot.at,
      freshness: Math.max(0, 1 - (time - spot.time) / TRAIL_MS),
    }));
  }

  #seen(time: number): readonly Spot[] {
    const last = this.#spots.at(-1);
    return this.#spots.filter((spot) => time - spot.time < TRAIL_MS || (this.isHeld && spot === last));
  }
}
