/** Others' use of the processors, in cores, above which a run is repeated, and said to be disturbed when that does not help. */
export const DISTURBED_ABOVE = 0.2;

/** The generator's own use of its core above which it is the generator that was measured. */
export const AT_ITS_LIMIT_ABOVE = 0.9;
