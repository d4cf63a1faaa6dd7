import { parseArgs } from 'node:util';
import { CONTENDER_IDS, type ContenderId } from './contender.ts';
import { FULL, QUICK, SCENARIOS, type Plan, type Scenario } from './plan.ts';

export interface BoardOptions {
  readonly plan: Plan;
  readonly contenders: readonly ContenderId[];
  readonly scenarios: readonly Scenario[];
  /** What the results are called: only a whole run is what the others are compared with. */
  readonly name: 'board' | 'board-quick' | 'board-part';
}

const PEERS = CONTENDER_IDS.slice(1);

export const HELP = `npm run bench -- board [options]

Measures the built whiteboard against others in one Chromium, and writes tables to tests/bench/results.

  --quick             small boards, no throttling: to see that it works
  --size A,B          boards of so many objects instead of ${FULL.sizes.join(', ')}
  --peers A,B         only these beside ours: ${PEERS.join(', ')}; "none" for ours alone
  --scenario A,B      only these: ${SCENARIOS.join(', ')}; loading is always part of it
`;

/** `null` when help was asked for. Throws a one-line message for the terminal. */
export function readOptions(args: readonly string[]): BoardOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'string' },
      peers: { type: 'string' },
      scenario: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const pace = values.quick ? QUICK : FULL;
  const isPart = [values.size, values.peers, values.scenario].some((value) => value !== undefined);
  const peers = values.peers === 'none' ? [] : chosen(values.peers, PEERS);
  return {
    plan: { ...pace, sizes: values.size === undefined ? pace.sizes : values.size.split(',').map(sizeOf) },
    contenders: ['vagval', ...peers],
    scenarios: chosen(values.scenario, SCENARIOS),
    name: isPart ? 'board-part' : values.quick ? 'board-quick' : 'board',
  };
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 20 || size > 10_000)
    throw new Error(`not a size from 20 to 10000: ${text}`);
  return size;
}

function chosen<T extends string>(text: string | undefined, known: readonly T[]): readonly T[] {
  if (text === undefined) return known;
  const names = text.split(',');
  const unknown = names.find((name) => !known.some((each) => each === name));
  if (unknown !== undefined) throw new Error(`no such thing: ${unknown}; there are ${known.join(', ')}`);
  return known.filter((each) => names.includes(each));
}
