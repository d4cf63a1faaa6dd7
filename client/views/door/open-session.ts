import { ServerClock } from '#client/connection/clock.ts';
import { SessionSocket } from '#client/connection/session-socket.ts';
import { language, messages } from '#client/model/messages.svelte.ts';
import { SessionModel } from '#client/model/session-model.svelte.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';

/** A workshop's session, made of its parts and connected. */
export function openSession(workshop: WorkshopId): SessionModel {
  const session = new SessionModel({
    transport: new SessionSocket({
      origin: location.origin,
      workshop,
      language,
      noConnection: () => messages('common').noConnection,
      random: Math.random,
    }),
    clock: new ServerClock({ monotonic: () => performance.now(), wall: () => Date.now() }),
  });
  session.open();
  return session;
}
