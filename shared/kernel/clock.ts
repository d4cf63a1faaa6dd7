/** Milliseconds since 1970 by the server's clock. Clients estimate theirs from it and never trust their own. */
export type EpochMs = number;

/** Handed in, so that a test decides what time it is. */
export interface Clock {
  now(): EpochMs;
}
