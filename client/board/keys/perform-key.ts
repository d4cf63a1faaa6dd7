import type { BoardModel } from '../board-model.svelte.ts';
import type { KeyCommand } from './key-commands.ts';

/** Board units that an arrow key moves a card; with Shift, far. */
const NUDGE = { near: 10, far: 100 } as const;
/** CSS pixels that an arrow key moves the view. */
const PAN = { near: 80, far: 320 } as const;

/** Where the keyboard is: on a card, or on the ground between them. */
export type KeyPlace = 'card' | 'ground';

/** Does what a key asks for; returns whether it was the board's to do, so that the browser leaves it alone. */
export function performKey(board: BoardModel, command: KeyCommand, place: KeyPlace): boolean {
  switch (command.type) {
    case 'go':
      return go(board, command, place);
    case 'next':
      board.nudge.finish();
      return board.focusNext(1);
    case 'previous':
      board.nudge.finish();
      return place === 'card' && board.focusNext(-1);
    case 'first':
    case 'last':
      return board.focusEnd(command.type);
    case 'edit':
      return board.placer.inView() || onFocused(board, place, (id) => board.edit(id));
    case 'menu':
      return onFocused(board, place, (id) => board.openMenu(id));
    case 'context-menu':
      board.openContextMenu(place === 'card' ? board.focused : null);
      return true;
    case 'remove':
      board.remove();
      return true;
    case 'leave':
      board.leave(place);
      return true;
    case 'select-all':
      board.select(board.page.ids);
      return true;
    case 'undo':
      board.page.undo();
      return true;
    case 'redo':
      board.page.redo();
      return true;
    case 'zoom':
      board.eye.zoomBy(command.factor);
      return true;
    case 'natural-size':
      board.eye.naturalSize();
      return true;
    case 'fit':
      board.eye.fit(board.contents.extent);
      return true;
    case 'frame':
      board.frameSteps.step(command.step);
      return true;
    case 'add':
      return add(board, command);
    case 'tool':
      return board.takeTool(command.tool);
    case 'space':
      board.spaceHeld = true;
      return true;
  }
}

function go(board: BoardModel, { dx, dy, far }: KeyCommand & { type: 'go' }, place: KeyPlace): boolean {
  const step = far ? 'far' : 'near';
  if (place === 'ground') board.eye.pan(-dx * PAN[step], -dy * PAN[step]);
  else if (board.canWrite) board.nudgeBy(board.subjects, dx * NUDGE[step], dy * NUDGE[step]);
  return true;
}

function add(board: BoardModel, { kind }: KeyCommand & { type: 'add' }): boolean {
  const offered = board.kinds.includes(kind);
  if (offered) board.add(kind);
  return offered;
}

function onFocused(
  board: BoardModel,
  place: KeyPlace,
  act: (id: NonNullable<BoardModel['focused']>) => void,
): boolean {
  if (place === 'ground' || board.focused === null) return false;
  act(board.focused);
  return true;
}
