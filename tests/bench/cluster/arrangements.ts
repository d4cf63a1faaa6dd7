import type { Door } from '../sync/load/door.ts';

/** How the same people in the same workshops are spread over servers. */
export interface Arrangement {
  readonly id: 'one' | 'spread' | 'mixed';
  readonly title: string;
  readonly nodes: number;
  /** Which server a person goes to, by the numbers of their workshop and of themselves in it. */
  readonly nodeFor: (workshop: number, person: number) => number;
}

export const ARRANGEMENTS: readonly Arrangement[] = [
  { id: 'one', title: 'one server', nodes: 1, nodeFor: () => 0 },
  { id: 'spread', title: 'two, a workshop whole on one', nodes: 2, nodeFor: (workshop) => workshop % 2 },
  { id: 'mixed', title: 'two, every workshop on both', nodes: 2, nodeFor: (_workshop, person) => person % 2 },
];

export const arrange = (
  doors: readonly (readonly Door[])[],
  { nodeFor }: Arrangement,
  ports: readonly number[],
): readonly (readonly Door[])[] =>
  doors.map((row, workshop) =>
    row.map((door, person) => ({ ...door, port: ports[nodeFor(workshop, person)] ?? door.port })),
  );
