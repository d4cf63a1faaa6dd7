import { must } from '#shared/kernel/assert.ts';
import { quantile } from '../../sync/report/median.ts';
import type { Frames } from './reading.ts';

/** From the times of frames to what lay between them. */
export function framesOf(times: readonly number[]): Frames {
  const between = times.slice(1).map((time, at) => time - must(times[at], 'the frame before'));
  return { p50: must(quantile(between, 0.5), 'frames'), p95: must(quantile(between, 0.95), 'frames') };
}
