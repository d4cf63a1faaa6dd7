import type * as Y from 'yjs';
import { hostOf } from './bind-text-host.ts';
import { TYPING } from './undo-origin.ts';

/** Changes parts of a shared text, in their order, in one transaction: what others write in the rest of it stays. */
export function editProse(
  text: Y.Text,
  edits: readonly { readonly index: number; readonly remove: number; readonly insert: string }[],
  options: { readonly isStep?: boolean } = {},
): void {
  if (edits.length === 0) return;
  const host = hostOf(text);
  if (options.isStep === true) host?.breakTyping();
  text.doc?.transact(() => {
    for (const { index, remove, insert } of edits) {
      if (remove > 0) text.delete(index, remove);
      if (insert !== '') text.insert(index, insert);
    }
  }, TYPING);
  if (options.isStep === true) host?.breakTyping();
}
