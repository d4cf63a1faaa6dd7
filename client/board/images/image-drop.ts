import type { Attachment } from 'svelte/attachments';
import type { BoardModel } from '../board-model.svelte.ts';
import { toBoard } from '../core/camera.ts';
import { imagesIn } from './image-files.ts';

/** What has a field of its own for what is pasted. */
const WRITING = 'input, textarea, [contenteditable]';

/** Takes in pictures that are dropped on the board, or pasted while nobody writes. */
export const imageDrop =
  (board: BoardModel): Attachment<HTMLElement> =>
  (ground) => {
    const listeners = new AbortController();
    const { signal } = listeners;
    // Without this the browser leaves the workshop to show the file.
    ground.addEventListener('dragover', (event) => holdsFiles(event) && event.preventDefault(), { signal });
    ground.addEventListener(
      'drop',
      (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        const { left, top } = ground.getBoundingClientRect();
        const at = toBoard(board.camera, [event.clientX - left, event.clientY - top]);
        // Also what is no picture: that it cannot be taken in is told.
        void board.images.add([...(event.dataTransfer?.files ?? [])], at);
      },
      { signal },
    );
    // The board's own paste hands on what is no text; this hears of pastes while the keyboard is nowhere.
    board.onFiles = (files) => void board.images.add(files);
    document.addEventListener(
      'paste',
      (event) => {
        const files = imagesIn(event.clipboardData);
        const isWriting = event.target instanceof Element && event.target.closest(WRITING) !== null;
        if (isWriting || event.defaultPrevented || files.length === 0) return;
        event.preventDefault();
        void board.images.add(files);
      },
      { signal },
    );
    return () => listeners.abort();
  };

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
