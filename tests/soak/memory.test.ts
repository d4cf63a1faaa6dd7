import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { ackedClient, type AckedClient } from '../support/sync-acked-client.ts';
import { SyncProcess } from '../support/sync-process.ts';
import { addNote, textOf } from '../support/sync-stock-client.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const MINUTES = Number(process.env['SOAK_MINUTES'] ?? '90');
const MEGABYTE = 1024 * 1024;
const SEATS = 'abcdefghijklmnopqrst';

/** Twenty people who write, leave and come back, for an hour and a half: what the server holds must be what the page needs. */
test(
  'the server’s memory is level while people write, leave and come back',
  async () => {
    const server = await SyncProcess.start(await temporaryDirectory());
    onTestFinished(() => server.kill());
    const people = Array.from(SEATS).map((seat) => ackedClient(server.syncUrl, seat));
    await wait(2_000);
    for (const [at, { doc }] of people.entries()) addNote(doc, `n${at}`, SEATS[at] ?? '', 'fiber');
    const sizes: number[] = [];
    const end = Date.now() + MINUTES * 60_000;
    for (let round = 0; Date.now() < end; round += 1) {
      for (const [at, person] of people.entries()) live(person, at, round);
      await wait(500);
      if (round % 20 === 0) sizes.push(await residentBytes(server.pid));
    }
    const third = Math.floor(sizes.length / 3);
    const [middle, last] = [mean(sizes.slice(third, 2 * third)), mean(sizes.slice(2 * third))];
    console.log(`resident: ${sizes.map((size) => Math.round(size / MEGABYTE)).join(' ')} MB`);
    expect(last).toBeLessThan(middle * 1.15 + 10 * MEGABYTE);
  },
  (MINUTES + 5) * 60_000,
);

function live({ doc, provider }: AckedClient, at: number, round: number): void {
  if (round % 60 === at * 3) provider.disconnect();
  if (round % 60 === (at * 3 + 5) % 60) provider.connect();
  const text = textOf(doc, `n${at}`);
  if (text.length > 200) text.delete(0, 100);
  text.insert(text.length, String(round % 10));
  provider.awareness.setLocalState({ cursor: [round, at] });
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? '0') * 1024;
}

const mean = (all: readonly number[]): number => all.reduce((sum, each) => sum + each, 0) / all.length;
