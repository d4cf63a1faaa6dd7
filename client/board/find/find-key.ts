import type { Attachment } from 'svelte/attachments';
import { isKeyOf } from '../commands/command-key.ts';
import { FIND } from '../commands/find.ts';
import type { BoardModel } from '../board-model.svelte.ts';

/** Ctrl+F anywhere about the board; once more, from the board's own field, it is the browser's. */
export const findKey =
  (board: BoardModel): Attachment<HTMLElement> =>
  (element) => {
    const pressed = (event: KeyboardEvent): void => {
      const { key } = FIND;
      if (event.defaultPrevented || key === undefined || !isKeyOf(key, event) || board.desk.sheet === 'find')
        return;
      event.preventDefault();
      FIND.run(board);
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  };
