import type { Contender } from './contender.ts';
import type { Site } from './site.ts';

/** One number that a scenario is about. */
export interface Figure<Result> {
  readonly name: string;
  readonly unit: string;
  /** `none`: shown for what it explains, and not compared. */
  readonly better: 'lower' | 'higher' | 'none';
  /** `null` where the server has no such number. */
  readonly of: (result: Result) => number | null;
}

export type Pace = 'full' | 'quick';

export interface Scenario<Params, Result> {
  readonly id: string;
  readonly title: string;
  /** What is done, in a sentence or two for the report. */
  readonly about: string;
  /** Whether peers store what they are told, where they can. Ours always does. */
  readonly persistent: boolean;
  /** Whether it makes sense for this server. */
  readonly suits: (contender: Contender) => boolean;
  /** How often it is run unless it is said; 0 for what is left out. */
  readonly repetitions: Readonly<Record<Pace, number>>;
  readonly params: Readonly<Record<Pace, Params>>;
  /** Runs in the generator's process. The result travels as JSON. */
  readonly measure: (site: Site, params: Params) => Promise<Result>;
  readonly figures: (params: Params) => readonly Figure<Result>[];
}
