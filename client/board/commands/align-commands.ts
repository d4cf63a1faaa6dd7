import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import { align, type Edge } from '../arrange/align.ts';
import { distribute, type Axis } from '../arrange/distribute.ts';
import type { BoardCommand, CommandId } from './command.ts';
import { placeUnits, unitsOf } from './units.ts';

const alignCommand = (id: CommandId, edge: Edge): BoardCommand => ({
  id,
  section: 'arrange',
  applies: (board) => unitsOf(board).length > 1,
  run: (board) => {
    const units = unitsOf(board);
    placeUnits(
      board,
      units,
      align(
        units.map(({ box }) => box),
        edge,
      ),
    );
    announce(messages('board').commands.done.arranged);
  },
});

const distributeCommand = (id: CommandId, axis: Axis): BoardCommand => ({
  id,
  section: 'arrange',
  applies: (board) => unitsOf(board).length > 2,
  run: (board) => {
    const units = unitsOf(board);
    placeUnits(
      board,
      units,
      distribute(
        units.map(({ box }) => box),
        axis,
      ),
    );
    announce(messages('board').commands.done.arranged);
  },
});

export const ALIGN_COMMANDS: readonly BoardCommand[] = [
  alignCommand('alignLeft', 'left'),
  alignCommand('alignCentre', 'centre'),
  alignCommand('alignRight', 'right'),
  alignCommand('alignTop', 'top'),
  alignCommand('alignMiddle', 'middle'),
  alignCommand('alignBottom', 'bottom'),
  distributeCommand('distributeAcross', 'across'),
  distributeCommand('distributeDown', 'down'),
];
