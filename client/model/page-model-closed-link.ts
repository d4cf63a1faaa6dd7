import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { PageClosed, PageLink } from '#client/connection/page-link.ts';

/** Stands in for the connection of a page that has been closed to us and forgotten. */
export class ClosedLink implements PageLink {
  readonly awareness: Awareness;
  readonly closed: PageClosed;
  readonly loaded = false;
  readonly connected = false;
  readonly opening = false;
  readonly write = false;
  readonly unsaved = 0;
  readonly stalled = false;
  readonly keeps = 'tab';

  constructor(doc: Y.Doc, closed: PageClosed) {
    this.awareness = new Awareness(doc);
    this.closed = closed;
  }

  reopen(): void {
    // A new link is opened instead.
  }

  erase(): Promise<void> {
    return Promise.resolve();
  }

  destroy(): void {
    this.awareness.destroy();
  }
}
