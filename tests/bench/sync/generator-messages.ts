import type { ContenderId } from './contender.ts';
import type { Pace } from './scenario.ts';
import type { RunningServer } from './running-server.ts';

/** What the generator's process is to do. */
export interface Job {
  readonly scenario: string;
  readonly pace: Pace;
  readonly contender: ContenderId;
  readonly server: RunningServer;
  /** Makes the repetitions of a scenario differ as little as they can. */
  readonly seed: number;
}

export type ToGenerator =
  | { readonly type: 'job'; readonly job: Job }
  | { readonly type: 'restarted'; readonly server: RunningServer };

export type FromGenerator =
  | { readonly type: 'ready' }
  | { readonly type: 'restart' }
  | { readonly type: 'done'; readonly run: Run }
  | { readonly type: 'failed'; readonly reason: string };

export interface Run {
  readonly result: unknown;
  /** Cores used by others while it mattered, on average. */
  readonly foreignCpu: number;
  /** The most of a core that the generator itself used; near 1 it is the generator that was measured. */
  readonly generatorCpu: number;
  readonly brokenConnections: Readonly<Record<string, number>>;
}
