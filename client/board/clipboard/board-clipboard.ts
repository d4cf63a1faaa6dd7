import type { Attachment } from 'svelte/attachments';
import { language, messages } from '#client/model/messages.svelte.ts';
import { announce } from '#client/ui/announce.svelte.ts';
import type { BoardObject } from '#shared/content/board-object.ts';
import type { BoardModel } from '../board-model.svelte.ts';
import { subjectsOf } from '../commands/subjects.ts';
import { htmlOf, objectsIn } from './payload.ts';
import { pasteObjects } from './paste-objects.ts';
import { pasteText } from './paste-text.ts';
import { textOf } from './text-out.ts';
import { withContents } from './with-contents.ts';

/** Fields mind their own clipboard. */
const WRITTEN_IN = 'input, textarea, select, [contenteditable], [data-native], dialog';

/** Copy, cut and paste by the browser's own events, which come over plain HTTP too. */
export const boardClipboard =
  (board: BoardModel): Attachment<HTMLElement> =>
  (element) => {
    const listeners = new AbortController();
    const { signal } = listeners;
    element.addEventListener('copy', (event) => copied(board, event), { signal });
    element.addEventListener(
      'cut',
      (event) => {
        if (board.canWrite && copied(board, event)) board.remove();
      },
      { signal },
    );
    element.addEventListener('paste', (event) => pasted(board, event), { signal });
    return () => listeners.abort();
  };

const isWritten = ({ target }: Event): boolean =>
  target instanceof Element && target.closest(WRITTEN_IN) !== null;

/** What is selected, with the contents of its frames, in the order it is read in. */
function toCopy(board: BoardModel): readonly BoardObject[] {
  const chosen = new Map(withContents(board, subjectsOf(board)).map((object) => [object.id, object]));
  return board.contents.readingOrder().flatMap((id) => chosen.get(id) ?? []);
}

function copied(board: BoardModel, event: ClipboardEvent): boolean {
  const objects = toCopy(board);
  if (isWritten(event) || event.clipboardData === null || objects.length === 0) return false;
  const text = textOf(objects, messages('inventory'), language());
  event.clipboardData.setData('text/plain', text);
  event.clipboardData.setData('text/html', htmlOf(objects, text));
  event.preventDefault();
  announce(messages('board').commands.paste.copied(objects.length));
  return true;
}

function pasted(board: BoardModel, event: ClipboardEvent): void {
  const data = event.clipboardData;
  if (isWritten(event) || data === null || !board.canWrite) return;
  event.preventDefault();
  const files = [...data.files];
  const ours = objectsIn(data.getData('text/html'));
  if (ours !== null) pasteObjects(board, ours);
  else if (files.length > 0 && board.onFiles !== null) board.onFiles(files);
  else pasteText(board, data.getData('text/plain'));
}
