export const SCENARIOS = ['pan-near', 'zoom-near', 'drag', 'remote', 'pan-far', 'zoom-far'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export interface Plan {
  /** Objects on the board, a tenth of them drawn lines. */
  readonly sizes: readonly number[];
  /** How many times slower the page's processor is made. */
  readonly throttles: readonly number[];
  readonly phaseMs: number;
  /** A board that is not there after this long is given up on. */
  readonly openMs: number;
  /** What one visit may take in all. */
  readonly visitMs: number;
  /** After this long nothing more is begun: what is left is told as not measured. */
  readonly runMs: number;
}

const MINUTE = 60_000;

export const FULL: Plan = {
  sizes: [100, 1_000, 5_000, 10_000],
  throttles: [1, 4],
  phaseMs: 2_000,
  openMs: 60_000,
  visitMs: 1.5 * MINUTE,
  runMs: 17.5 * MINUTE,
};

export const QUICK: Plan = {
  sizes: [100, 1_000],
  throttles: [1],
  phaseMs: 1_500,
  openMs: 30_000,
  visitMs: MINUTE,
  runMs: 3.5 * MINUTE,
};
