import type { Bus } from '#server/bus/bus.ts';

/** A line between servers, gone when the test is over. */
export interface BusHarness {
  /** One more server on the line. */
  join(): Bus;
  /** Nothing passes any more. */
  takeDown(): Promise<void>;
  bringUp(): Promise<void>;
}

export type MakeBusHarness = () => Promise<BusHarness>;
