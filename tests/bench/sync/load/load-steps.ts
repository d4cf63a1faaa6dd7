import { highestPassing } from './highest-passing.ts';
import type { LoadReading } from './measure-load.ts';
import { RULES, type RuleId } from './rule.ts';

export interface Search {
  readonly rungs: number;
  readonly start: number;
  readonly stride: number;
  /** A bad reading counts when it is bad as often as this: a stall from elsewhere must not end the search. */
  readonly attempts: number;
}

/** A rung and what was read there. */
export interface Step {
  readonly rung: number;
  readonly reading: LoadReading;
}

export type HighestSteps = Readonly<Record<RuleId, Step | null>>;

/** Finds the highest rung that each rule passes. What has been read for one rule serves the other. */
export async function highestSteps(
  search: Search,
  read: (rung: number) => Promise<LoadReading>,
): Promise<HighestSteps> {
  const readings = new Map<number, LoadReading[]>();
  const met = (rule: RuleId, rung: number): LoadReading | undefined =>
    readings.get(rung)?.find((reading) => RULES[rule].isMet(reading));
  const passes = async (rule: RuleId, rung: number): Promise<boolean> => {
    const some = readings.get(rung) ?? [];
    readings.set(rung, some);
    while (met(rule, rung) === undefined && some.length < search.attempts && !isHopeless(some))
      some.push(await read(rung));
    return met(rule, rung) !== undefined;
  };
  const highest = async (rule: RuleId): Promise<Step | null> => {
    const rung = await highestPassing(search.rungs, search.start, search.stride, (next) =>
      passes(rule, next),
    );
    const reading = rung === null ? undefined : met(rule, rung);
    return rung === null || reading === undefined ? null : { rung, reading };
  };
  return { edits: await highest('edits'), all: await highest('all') };
}

/** A server that has used its core up will not do better next time. */
const isHopeless = (readings: readonly LoadReading[]): boolean =>
  readings.some(({ usage }) => usage.serverCpu > 0.97);
