import type { Attachment } from 'svelte/attachments';
import type * as Y from 'yjs';
import { OBJECT_TEXT_MAX } from '#shared/protocol/limits.ts';
import { movedThrough, textEdit, type TextEdit } from './bind-text-diff.ts';
import { hostOf } from './bind-text-host.ts';
import { ShadowMap } from './bind-text-shadow.ts';
import { TYPING } from './undo-origin.ts';

type Editor = HTMLTextAreaElement | HTMLInputElement;

export interface BindTextOptions {
  /** Longest text, in UTF-16 units. Do not set `maxlength` on the element: browsers cut a paste short without a word. */
  readonly max?: number;
  /** A paste or a key would have made the text longer than `max`; it was left out whole. The page shows a notice besides. */
  readonly onRefused?: (attempted: { readonly length: number; readonly max: number }) => void;
}

/**
 * Binds a `<textarea>` or `<input>` to a text that several people write in: `<textarea {@attach bindText(text)}>`. What is typed goes in
 * character by character; what others type appears around the caret, which stays where it was in the words. While an input method
 * composes, the element is left alone and others' words wait. Undo in the element is the page's undo.
 */
export const bindText =
  (text: Y.Text | null, options: BindTextOptions = {}): Attachment<Editor> =>
  (editor) => {
    if (text === null) {
      editor.disabled = true;
      return;
    }
    const binding = new TextBinding(editor, text, options);
    return () => binding.release();
  };

class TextBinding {
  readonly #editor: Editor;
  readonly #text: Y.Text;
  readonly #options: BindTextOptions;
  readonly #listeners = new AbortController();
  /** What the editor showed when it was last in step. */
  #shadow = '';
  #selection: readonly [start: number, end: number] = [0, 0];
  #composing = false;
  /** How far the text has gone ahead of an editor in which an input method composes; `null` while they are in step. */
  #behind: ShadowMap | null = null;
  #typing = false;

  constructor(editor: Editor, text: Y.Text, options: BindTextOptions) {
    this.#editor = editor;
    this.#text = text;
    this.#options = options;
    this.#show(text.toJSON());
    text.observe(this.#othersTyped);
    this.#listen();
  }

  release(): void {
    this.#listeners.abort();
    this.#text.unobserve(this.#othersTyped);
  }

  #listen(): void {
    const editor: HTMLElement = this.#editor;
    const { signal } = this.#listeners;
    editor.addEventListener('beforeinput', (event) => this.#beforeInput(event), { signal });
    editor.addEventListener('input', () => this.#typed(), { signal });
    editor.addEventListener('paste', (event) => this.#pasted(event), { signal });
    editor.addEventListener('keydown', (event) => this.#shortcut(event), { signal });
    editor.addEventListener('focus', () => hostOf(this.#text)?.breakTyping(), { signal });
    editor.addEventListener('blur', () => this.#composed(), { signal });
    editor.addEventListener('compositionstart', () => (this.#composing = true), { signal });
    editor.addEventListener('compositionend', () => this.#composed(), { signal });
  }

  /** Where the selection was, to go back to when what comes is refused. */
  #beforeInput(event: InputEvent): void {
    this.#selection = [this.#editor.selectionStart ?? 0, this.#editor.selectionEnd ?? 0];
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    const host = hostOf(this.#text);
    if (event.inputType === 'historyUndo') host?.undo();
    else host?.redo();
  }

  #shortcut(event: KeyboardEvent): void {
    const host = hostOf(this.#text);
    if (host === null || this.#composing || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'z' && !event.shiftKey) host.undo();
    else host.redo();
  }

  /** Caught before a megabyte is laid out in the element. */
  #pasted(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const replaced = (this.#editor.selectionEnd ?? 0) - (this.#editor.selectionStart ?? 0);
    const length = this.#editor.value.length - replaced + pasted.length;
    if (length <= this.#max) return;
    event.preventDefault();
    this.#refuse(length);
  }

  #typed(): void {
    const { value } = this.#editor;
    const edit = textEdit(this.#shadow, value, this.#editor.selectionEnd ?? value.length);
    if (edit === null) return;
    const length = this.#text.length - edit.remove + edit.insert.length;
    if (length > this.#max && edit.insert.length > edit.remove) {
      this.#show(this.#shadow, this.#selection);
      this.#refuse(length);
      return;
    }
    this.#shadow = value;
    this.#write(this.#behind?.own(edit) ?? [edit]);
  }

  #composed(): void {
    this.#composing = false;
    this.#typed();
    const behind = this.#behind;
    this.#behind = null;
    if (behind !== null) this.#showMoved((index) => behind.caret(index));
  }

  readonly #othersTyped = (event: Y.YTextEvent): void => {
    if (this.#typing) return;
    if (!this.#composing) return this.#showMoved((index) => movedThrough(index, event.delta));
    this.#behind ??= new ShadowMap(this.#shadow.length);
    this.#behind.others(event.delta);
  };

  /** Shows the text as it is, the selection kept on the same words. */
  #showMoved(move: (index: number) => number): void {
    const { selectionStart, selectionEnd } = this.#editor;
    this.#show(this.#text.toJSON(), [move(selectionStart ?? 0), move(selectionEnd ?? 0)]);
  }

  #write(steps: readonly TextEdit[]): void {
    this.#typing = true;
    this.#text.doc?.transact(() => {
      for (const { index, remove, insert } of steps) {
        if (remove > 0) this.#text.delete(index, remove);
        if (insert !== '') this.#text.insert(index, insert);
      }
    }, TYPING);
    this.#typing = false;
  }

  #show(value: string, selection?: readonly [start: number, end: number]): void {
    const { scrollTop } = this.#editor;
    this.#shadow = value;
    this.#editor.value = value;
    // Setting a selection focuses the element in some browsers.
    if (selection !== undefined && document.activeElement === this.#editor)
      this.#editor.setSelectionRange(selection[0], selection[1]);
    this.#editor.scrollTop = scrollTop;
  }

  #refuse(length: number): void {
    this.#options.onRefused?.({ length, max: this.#max });
    hostOf(this.#text)?.onRefused();
  }

  get #max(): number {
    return this.#options.max ?? OBJECT_TEXT_MAX;
  }
}
