import type { Contender } from '../contender.ts';

/** Ways into servers that let anybody in anywhere; `path` is where a room is found. */
export const plainDoors =
  (path: (room: string) => string): Contender['doors'] =>
  (server, rooms, people) =>
    Promise.resolve(
      Array.from({ length: rooms }, (_, index) => {
        const room = `room-${index}`;
        return Array.from({ length: people }, (__, person) => ({
          port: server.port,
          path: path(room),
          headers: {},
          room,
          author: `person-${person}`,
        }));
      }),
    );
