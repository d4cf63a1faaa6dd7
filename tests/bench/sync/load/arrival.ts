import type { Hearer } from '../protocols/protocol.ts';
import type { Site } from '../site.ts';
import type { Door } from './door.ts';
import { Session } from './session.ts';

const PATIENCE_MS = 120_000;

/** How somebody got the page who had nothing of it. */
export interface Arrival {
  /** From asking to having the page; `null` when it never came. */
  readonly ms: number | null;
  /** What was fetched beforehand, compressed as it came. */
  readonly fetched: Buffer | null;
  /** What the socket told: Yjs updates (V1). */
  readonly told: readonly Buffer[];
  leave(): void;
}

/** Comes in the way the server's own client does, and keeps what it gets without looking at it: that would take longer than getting it. */
export async function arrive(site: Site, door: Door): Promise<Arrival> {
  const started = performance.now();
  const page = (await site.contender.fetchPage?.(door)) ?? null;
  const told: Buffer[] = [];
  return new Promise((resolve) => {
    const end = (ms: number | null): void => {
      clearTimeout(alarm);
      resolve({ ms, fetched: page?.bytes ?? null, told, leave: () => session.close() });
    };
    const alarm = setTimeout(() => end(null), PATIENCE_MS);
    const keep = (bytes: Buffer, start: number, stop: number): void =>
      void told.push(Buffer.from(bytes.subarray(start, stop)));
    const hearer: Hearer = {
      state(bytes, start, stop) {
        keep(bytes, start, stop);
        end(performance.now() - started);
      },
      update: keep,
      presence: () => undefined,
      saved: () => undefined,
    };
    const { network, contender } = site;
    const session = new Session(network, contender.protocol, page?.door ?? door, hearer, () => end(null));
  });
}
