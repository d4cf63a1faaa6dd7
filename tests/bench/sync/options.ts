import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTENDERS, type ContenderId } from './contender.ts';
import { SCENARIOS } from './scenarios/all.ts';
import type { Pace } from './scenario.ts';

export interface BenchOptions {
  readonly pace: Pace;
  readonly scenarios: readonly string[];
  readonly contenders: readonly ContenderId[];
  /** `null` for each scenario's own. */
  readonly repetitions: number | null;
  readonly profileDirectory: string | null;
}

const ALL = SCENARIOS.map(({ id }) => id);

export const HELP = `npm run bench -- sync [options]

Measures Vägval's sync against other Yjs servers and a bare relay, all on this machine, and writes tables to tests/bench/results.

  --quick             a short run, to see that it works
  --scenario A,B      only these: ${ALL.join(', ')}
  --peers A,B         only these servers beside ours: ${CONTENDERS.slice(1).join(', ')}; "none" for ours alone
  --reps N            repeat each scenario so often
  --profile FOLDER    leave a CPU profile of each server there
`;

/** Throws a one-line message for the terminal. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      scenario: { type: 'string' },
      peers: { type: 'string' },
      reps: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const pace = values.quick ? 'quick' : 'full';
  const peers = listOf(values.peers, CONTENDERS.slice(1), ['none']);
  return {
    pace,
    scenarios: values.scenario === undefined ? usualIn(pace) : listOf(values.scenario, ALL),
    contenders: CONTENDERS.filter((id) => id === 'vagval' || peers.includes(id)),
    repetitions: values.reps === undefined ? null : countOf(values.reps),
    profileDirectory: values.profile === undefined ? null : resolve(values.profile),
  };
}

const usualIn = (pace: Pace): readonly string[] =>
  SCENARIOS.filter(({ repetitions }) => repetitions[pace] > 0).map(({ id }) => id);

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`not a number of repetitions: ${text}`);
  return count;
}

function listOf(
  text: string | undefined,
  known: readonly string[],
  also: readonly string[] = [],
): readonly string[] {
  if (text === undefined) return known;
  const chosen = text.split(',');
  const unknown = chosen.find((each) => ![...known, ...also].includes(each));
  if (unknown !== undefined) throw new Error(`no such thing: ${unknown}; there are ${known.join(', ')}`);
  return chosen;
}
