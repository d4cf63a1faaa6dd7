import type { CDPSession } from 'playwright-core';
import { must } from '#shared/kernel/assert.ts';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly pid: number;
  readonly id?: string;
  readonly id2?: { readonly local?: string; readonly global?: string };
  readonly args?: {
    readonly snapshot?: string;
    readonly data?: { readonly documentLoaderURL?: string };
    readonly event_latency?: { readonly event_type?: string; readonly display_trace_id?: number };
  };
}

const BUFFER_KB = 200_000;

/** What of the trace each measurement reads. */
export const TRACED = {
  loading: ['blink.user_timing', 'disabled-by-default-devtools.screenshot'],
  input: ['input', 'latencyInfo', 'input.scrolling'],
} as const;

export async function startTrace(cdp: CDPSession, categories: readonly string[]): Promise<void> {
  await cdp.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: {
      recordMode: 'recordUntilFull',
      includedCategories: [...categories],
      excludedCategories: ['*'],
      traceBufferSizeInKb: BUFFER_KB,
    },
  });
}

export async function stopTrace(cdp: CDPSession): Promise<readonly TraceEvent[]> {
  const completed = new Promise<{ readonly stream?: string }>((resolve) =>
    cdp.once('Tracing.tracingComplete', resolve),
  );
  await cdp.send('Tracing.end');
  const { stream } = await completed;
  const handle = must(stream, 'the trace');
  const parts: Buffer[] = [];
  for (;;) {
    const { data, base64Encoded, eof } = await cdp.send('IO.read', { handle, size: 1 << 22 });
    parts.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'));
    if (eof) break;
  }
  await cdp.send('IO.close', { handle });
  const { traceEvents } = JSON.parse(Buffer.concat(parts).toString('utf8')) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return traceEvents;
}

/** From the hand to the screen, as Chromium measures it: of those mouse moves that led to a new picture, ms. */
export function dragLatencies(events: readonly TraceEvent[]): readonly number[] {
  const begun = new Map<string, TraceEvent>();
  return events.flatMap((event) => {
    if (event.name !== 'EventLatency') return [];
    const key = `${event.pid} ${event.id2?.local ?? event.id2?.global ?? event.id}`;
    if (event.ph === 'b') begun.set(key, event);
    const begin = begun.get(key);
    if (event.ph !== 'e' || begin === undefined) return [];
    begun.delete(key);
    const about = { ...begin.args?.event_latency, ...event.args?.event_latency };
    const isPresented = about.event_type === 'MOUSE_DRAGGED' && about.display_trace_id !== undefined;
    return isPresented ? [(event.ts - begin.ts) / 1000] : [];
  });
}
