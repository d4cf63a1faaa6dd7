import type { Figure, Pace, Scenario } from './scenario.ts';
import type { Site } from './site.ts';

/** A scenario whose parameters and results are its own business: results cross a process and a file as JSON. */
export interface RunnableScenario extends Pick<
  Scenario<unknown, unknown>,
  'id' | 'title' | 'about' | 'persistent' | 'suits' | 'repetitions'
> {
  run(site: Site, pace: Pace): Promise<unknown>;
  figures(pace: Pace): readonly Figure<unknown>[];
}

export const runnable = <Params, Result>(scenario: Scenario<Params, Result>): RunnableScenario => ({
  ...scenario,
  run: (site, pace) => scenario.measure(site, scenario.params[pace]),
  figures: (pace) =>
    scenario
      .figures(scenario.params[pace])
      .map((figure) => ({ ...figure, of: (result: unknown) => figure.of(result as Result) })),
});
