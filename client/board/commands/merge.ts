import type { BoardCommand } from './command.ts';

export const MERGE: BoardCommand = {
  id: 'merge',
  section: 'tidy',
  applies: (board) => board.canWrite,
  run: (board) => board.desk.show('merge'),
};
