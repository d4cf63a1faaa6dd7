import { runnable, type RunnableScenario } from '../runnable-scenario.ts';
import { capacity } from './capacity.ts';
import { durability } from './durability.ts';
import { idle } from './idle.ts';
import { join } from './join.ts';
import { largestRoom } from './largest-room.ts';
import { latency } from './latency.ts';
import { manyRooms } from './many-rooms.ts';
import { quietRoom } from './quiet-room.ts';

/** In the order they are run and reported. */
export const SCENARIOS: readonly RunnableScenario[] = [
  runnable(quietRoom),
  runnable(latency),
  runnable(largestRoom),
  ...[10, 50, 100, 200, 500].map((people) => runnable(capacity(people))),
  runnable(manyRooms),
  runnable(join),
  runnable(idle),
  runnable(durability),
];

export function scenarioById(id: string): RunnableScenario {
  const scenario = SCENARIOS.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`no such scenario: ${id}`);
  return scenario;
}
