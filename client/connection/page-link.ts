import type { Awareness } from 'y-protocols/awareness';
import type { RejectionCode } from '#shared/protocol/sync.ts';

/** What keeps a page's document in step with the server, as the page model sees it. */
export interface PageLink {
  readonly awareness: Awareness;
  /** Whether there is a document to show: the server's, or this device's copy of it. */
  readonly loaded: boolean;
  /** Whether the socket is open now. */
  readonly connected: boolean;
  /** Whether the first attempt to connect is under way: no contact yet, and no reason to think that there will be none. */
  readonly opening: boolean;
  /** What the server last said about writing; `null` before it has said anything. */
  readonly write: boolean | null;
  /** Set when the server closed the page for good. */
  readonly closed: PageClosed | null;
  /** Changes that are not known to be in the server's log. */
  readonly unsaved: number;
  /** Connected or not, acknowledgements fail to come. */
  readonly stalled: boolean;
  /** Where what is unsaved lives: on the device, through a reload, or only in this tab. */
  readonly keeps: 'device' | 'tab';
  /** Tries again after `closed`. */
  reopen(): void;
  /** Deletes this device's copy: the seat may no longer read the page. */
  erase(): Promise<void>;
  destroy(): void;
}

export interface PageClosed {
  /** One of `CLOSE`, or another WebSocket close code. */
  readonly code: number;
  readonly reason: string;
}

export interface PageLinkListener {
  /** Some property of the link has changed. */
  onChange(): void;
  /** The server undid an edit of ours. */
  onRejected(code: RejectionCode): void;
}
