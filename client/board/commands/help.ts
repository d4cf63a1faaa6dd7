import type { BoardCommand } from './command.ts';

export const HELP: BoardCommand = {
  id: 'help',
  section: 'board',
  key: { key: '?' },
  applies: () => true,
  run: (board) => board.desk.show('help'),
};
