import type { LoadReading } from './measure-load.ts';

/** Slower than this, and people talk past each other on the page. */
export const LATE_MS = 100;
/** Of what was sent. */
const MISSING_MAX = 0.001;

/** What has to be in time for a load to count as carried. */
export const RULES = {
  edits: { name: 'edits', isMet: (reading) => isCarried(reading, ['edits']) },
  all: { name: 'edits and pointers', isMet: (reading) => isCarried(reading, ['edits', 'pointers']) },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

interface Rule {
  readonly name: string;
  readonly isMet: (reading: LoadReading) => boolean;
}

const isCarried = (reading: LoadReading, sorts: readonly ('edits' | 'pointers')[]): boolean =>
  reading.broken === 0 &&
  sorts.every((sort) => {
    const { p99, count, missing } = reading[sort];
    return p99 !== null && p99 < LATE_MS && missing <= MISSING_MAX * (count + missing);
  });
