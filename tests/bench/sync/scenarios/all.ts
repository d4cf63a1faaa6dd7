import { runnable, type RunnableScenario } from '../runnable-scenario.ts';
import { latency } from './latency.ts';

/** In the order they are run and reported. */
export const SCENARIOS: readonly RunnableScenario[] = [runnable(latency)];

export function scenarioById(id: string): RunnableScenario {
  const scenario = SCENARIOS.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`no such scenario: ${id}`);
  return scenario;
}
