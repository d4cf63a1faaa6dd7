import { messages } from '#client/model/messages.svelte.ts';
import type { BoardCommand } from '../commands/command.ts';
import { changeableOf, subjectsOf } from '../commands/subjects.ts';
import { pasteObjects } from './paste-objects.ts';
import { pasteText } from './paste-text.ts';
import { objectsIn } from './payload.ts';
import type { BoardModel } from '../board-model.svelte.ts';

/** Browsers make a clipboard event of this over plain HTTP too, where `navigator.clipboard` is missing. It is deprecated, and nothing has replaced it there. */
type EditingDocument = Pick<Document, 'body'> & { execCommand(command: 'copy' | 'cut'): boolean };

const byBrowser = (command: 'copy' | 'cut') => {
  (document as EditingDocument).execCommand(command);
};

const COPY: BoardCommand = {
  id: 'copy',
  section: 'edit',
  key: { key: 'c', ctrl: true, isBrowsers: true },
  applies: (board) => subjectsOf(board).length > 0,
  run: () => byBrowser('copy'),
};

const CUT: BoardCommand = {
  id: 'cut',
  section: 'edit',
  key: { key: 'x', ctrl: true, isBrowsers: true },
  applies: (board) => changeableOf(board).length > 0,
  run: () => byBrowser('cut'),
};

const PASTE: BoardCommand = {
  id: 'paste',
  section: 'edit',
  key: { key: 'v', ctrl: true, isBrowsers: true },
  applies: (board) => board.canWrite,
  run: (board) => void pasteFromClipboard(board),
};

/** Reading is for pages over HTTPS and people who allow it; for all others there are the keys. */
async function pasteFromClipboard(board: BoardModel): Promise<void> {
  const { paste } = messages('board').commands;
  if (!isSecureContext) {
    board.desk.say(paste.useKeys);
    return;
  }
  try {
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string) =>
      item?.types.includes(type) === true ? (await item.getType(type)).text() : '';
    const ours = objectsIn(await textOf('text/html'));
    if (ours !== null) pasteObjects(board, ours);
    else pasteText(board, await textOf('text/plain'));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    board.desk.say(paste.useKeys);
  }
}

export const CLIPBOARD_COMMANDS: readonly BoardCommand[] = [COPY, CUT, PASTE];
