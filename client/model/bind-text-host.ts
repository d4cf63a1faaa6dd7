import type * as Y from 'yjs';

/** What an editor of shared text needs of the page that the text is on. */
export interface TextHost {
  onRefused(): void;
  undo(): void;
  redo(): void;
  /** What is typed from now on is a step of undo of its own. */
  breakTyping(): void;
}

const hosts = new WeakMap<Y.Doc, TextHost>();

/** The page that owns the document answers for its texts, so that an editor can be bound with the text alone. */
export const hostTexts = (doc: Y.Doc, host: TextHost): void => {
  hosts.set(doc, host);
};

export const hostOf = (text: Y.Text): TextHost | null =>
  text.doc === null ? null : (hosts.get(text.doc) ?? null);
