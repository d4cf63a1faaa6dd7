import type { Contender } from './contender.ts';
import type { Usage } from './machine/watch.ts';
import type { Network } from './wire/network.ts';
import type { RunningServer } from './running-server.ts';

/** What a scenario works with in the generator's process. */
export interface Site {
  readonly contender: Contender;
  /** Changes when it is restarted. */
  readonly server: RunningServer;
  readonly network: Network;
  /** From 0 to 1, the same in every run. */
  readonly random: () => number;
  /** Watches the processors during a measurement; others' use of them counts as a disturbance of the run. */
  watch(): () => Usage;
  /** Kills the server with -9 and starts it again on the same port and data. */
  killAndRestart(): Promise<void>;
}
