import type { BoardCommand } from './command.ts';

export const FIND: BoardCommand = {
  id: 'find',
  section: 'board',
  key: { key: 'f', ctrl: true },
  applies: () => true,
  run: (board) => board.desk.show('find'),
};
