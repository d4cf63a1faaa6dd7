import type { BoardMessages } from '../sv/board.ts';

export const board: BoardMessages = {};
