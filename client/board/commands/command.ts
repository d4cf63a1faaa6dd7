import type { BoardMessages } from '#shared/i18n/sv/board.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { CommandKey } from './command-key.ts';

/** The name that the words know the command by. */
export type CommandId = keyof BoardMessages['commands']['names'];
/** Where it stands in a menu. */
export type CommandSection = keyof BoardMessages['commands']['sections'];

/** Something a person can do with what is selected, whatever the way they ask for it: menu, key or button. */
export interface BoardCommand {
  readonly id: CommandId;
  readonly section: CommandSection;
  readonly key?: CommandKey;
  /** Whether it would do anything just now. Reads what is selected, so that a menu follows. */
  applies(board: BoardModel): boolean;
  run(board: BoardModel): void;
}
