import type { BoardModel } from '../board-model.svelte.ts';
import { ALIGN_COMMANDS } from './align-commands.ts';
import { isKeyOf } from './command-key.ts';
import { CLIPBOARD_COMMANDS } from '../clipboard/clipboard-commands.ts';
import { CLUSTER } from './cluster.ts';
import type { BoardCommand, CommandSection } from './command.ts';
import { CONVERT_COMMANDS } from './convert-commands.ts';
import { DUPLICATE } from './duplicate.ts';
import { BOARD_COMMANDS, EDIT_COMMANDS } from './edit-commands.ts';
import { FIND } from './find.ts';
import { GROUP_COMMANDS } from './group-commands.ts';
import { HELP } from './help.ts';
import { LOCK_COMMANDS } from './lock-commands.ts';
import { MERGE } from './merge.ts';
import { ORDER_COMMANDS } from './order-commands.ts';
import { SAME_SIZE } from './same-size.ts';
import { TIDY_COMMANDS } from './tidy-commands.ts';

/** Everything that can be done with what is selected: menus, keys and the help sheet all read this list, in this order. */
export const ALL_COMMANDS: readonly BoardCommand[] = [
  ...EDIT_COMMANDS,
  ...CLIPBOARD_COMMANDS,
  DUPLICATE,
  ...ALIGN_COMMANDS,
  SAME_SIZE,
  ...TIDY_COMMANDS,
  CLUSTER,
  MERGE,
  ...ORDER_COMMANDS,
  ...GROUP_COMMANDS,
  ...LOCK_COMMANDS,
  ...CONVERT_COMMANDS,
  FIND,
  HELP,
  ...BOARD_COMMANDS,
];

/** Sections that open from one line of a menu; the commands of the others stand in it themselves. */
export const FOLDED: ReadonlySet<CommandSection> = new Set(['arrange', 'tidy', 'order', 'turn']);

/** The command that a key asks for and that would do something now. */
export const commandOfKey = (board: BoardModel, press: Parameters<typeof isKeyOf>[1]): BoardCommand | null =>
  ALL_COMMANDS.find(
    (command) => command.key !== undefined && isKeyOf(command.key, press) && command.applies(board),
  ) ?? null;
