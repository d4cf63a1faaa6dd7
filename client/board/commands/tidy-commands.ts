import { messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import { tidy, tidyByKey } from '../arrange/tidy.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import type { BoardCommand, CommandId } from './command.ts';
import { placeUnits, unitsOf, type Unit } from './units.ts';

type KeyOf = (object: BoardObject) => string;

const fieldKey =
  (...fields: readonly string[]): KeyOf =>
  (object) => {
    const value = fields
      .map((field) => object.fields[field])
      .find((each) => typeof each === 'string' && each !== '');
    return typeof value === 'string' ? value : '';
  };

const keysOf = (units: readonly Unit[], keyOf: KeyOf): readonly string[] =>
  units.map(({ objects: [first] }) => (first === undefined ? '' : keyOf(first)));

const GRID: BoardCommand = {
  id: 'tidy',
  section: 'tidy',
  applies: (board) => unitsOf(board).length > 1,
  run: (board) => {
    const units = unitsOf(board);
    placeUnits(board, units, tidy(units.map(({ box }) => box)));
    announce(messages('board').commands.done.tidied);
  },
};

const byKey = (id: CommandId, keyOf: KeyOf): BoardCommand => ({
  id,
  section: 'tidy',
  // One heap would be a grid of another shape.
  applies: (board) => new Set(keysOf(unitsOf(board), keyOf)).size > 1,
  run: (board) => tidyInHeaps(board, keyOf),
});

function tidyInHeaps(board: BoardModel, keyOf: KeyOf): void {
  const units = unitsOf(board);
  placeUnits(
    board,
    units,
    tidyByKey(
      units.map(({ box }) => box),
      keysOf(units, keyOf),
    ),
  );
  announce(messages('board').commands.done.tidied);
}

export const TIDY_COMMANDS: readonly BoardCommand[] = [
  GRID,
  byKey('tidyByMeaning', fieldKey('meaning', 'color')),
  byKey('tidyByAuthor', ({ author }) => author),
  byKey('tidyBySubArea', fieldKey('subArea')),
  byKey('tidyByCategory', fieldKey('category')),
];
