import { must } from '#shared/kernel/assert.ts';
import type { Site } from '../site.ts';
import type { Crowd } from './crowd.ts';
import { Visitor } from './visitor.ts';

const PATIENCE_MS = 4_000;

/** How many of the edits sent in the first room somebody who comes in now is not given; `null` for a server that keeps none. */
export async function missingEdits(site: Site, crowd: Crowd): Promise<number | null> {
  if (site.contender.standing === 'ceiling') return null;
  const room = must(crowd.rooms[0], 'a room');
  const newcomer = new Visitor(site, must(crowd.people[0], 'a person').door);
  const missing = (): number =>
    room.writers.reduce((sum, { clientId, note, track }) => {
      const has = Math.max(0, newcomer.clockOf(clientId) - note.base);
      return sum + track.sent - Math.min(track.sent, has);
    }, 0);
  await newcomer.wait(() => missing() === 0, PATIENCE_MS);
  newcomer.leave();
  return missing();
}
