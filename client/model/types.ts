import type * as Y from 'yjs';
import type { BoardObject, Box, FieldValue, Kind } from '#shared/content/board-object.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ObjectId, SeatId } from '#shared/kernel/ids.ts';
import type { Ack, BallotReceipt, BallotStatus, Presence, Turnout } from '#shared/protocol/session-socket.ts';
import type { Command } from '#shared/session/command.ts';
import type { AccessReason } from '#shared/session/permission.ts';
import type { Seat, WorkshopState } from '#shared/session/workshop-state.ts';
import type { Ballot } from '#shared/voting/ballot.ts';

/**
 * The models that views are written against. All properties are reactive (read them in a template, a `$derived` or an effect);
 * methods are plain. `SessionModel` and `PageModel` implement them; they travel by typed context.
 */
export interface Session {
  readonly state: WorkshopState;
  readonly seatId: SeatId;
  readonly me: Seat;
  readonly presence: Presence;
  turnoutOf(pollId: string): Turnout | null;
  readonly connection: 'connecting' | 'online' | 'offline';
  /** Set when this device no longer has the seat. */
  readonly signedOut: 'removed' | 'transferred' | null;
  /** The server's time by our best estimate, ms. Reactive at one-second steps through `second`. */
  now(): EpochMs;
  readonly second: EpochMs;
  /** Never rejects: a lost connection is an error ack like any other, with text in the user's language. */
  command(command: Command): Promise<Ack>;
  castBallot(pollId: string, submissionId: string, ballot: Ballot): Promise<Ack<BallotReceipt>>;
  ballotStatus(pollId: string): Promise<Ack<BallotStatus>>;
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /**
   * `changes`: edits that exist on this device only. `keeps`: whether they outlive the tab; where the browser keeps nothing (a private
   * window, a full disk) closing or reloading it loses them, and people must be told.
   */
  | { readonly kind: 'offline'; readonly changes: number; readonly keeps: 'device' | 'tab' }
  | { readonly kind: 'cannot-save'; readonly changes: number; readonly keeps: 'device' | 'tab' };

export interface Cursor {
  readonly seatId: SeatId;
  readonly name: string;
  /** 1–8: which `--person-n` colour. */
  readonly color: number;
  /** Board coordinates. */
  readonly x: number;
  readonly y: number;
}

/** A line that somebody else is drawing or pointing with just now. */
export interface ShownLine {
  /** Which of the open boards it comes from. */
  readonly sender: number;
  /** 1–8: which `--person-n` colour its author has. */
  readonly color: number;
  /** As it was sent, not yet read. */
  readonly ink: Readonly<Record<string, unknown>>;
}

/** What somebody else who has a board on screen attends to. */
export interface Attention {
  readonly seatId: SeatId;
  readonly name: string;
  readonly color: number;
  /** As it was sent, not yet read. */
  readonly about: Readonly<Record<string, unknown>>;
}

export interface Page {
  readonly pageId: string;
  /** `refused`: the server closed the page for us; `refusal` says why. */
  readonly status: 'loading' | 'ready' | 'refused';
  readonly refusal: AccessReason | 'wrong-epoch' | 'too-large' | 'other' | null;
  readonly save: SaveState;
  readonly canWrite: boolean;
  /** This person leads the workshop, and may set and take off what leaders lock. */
  readonly leads: boolean;
  /** A message about an edit that the server undid, or a paste we refused; `null` when dismissed. */
  readonly notice: PageNotice | null;
  dismissNotice(): void;
  /** What this device had of the page before it was restored from a backup: never merged, kept until the notice is dismissed. */
  readonly earlier: EarlierPage | null;

  /** Ids of what is on the page, in order; changes only when objects come and go or are reordered. */
  readonly ids: readonly ObjectId[];
  /** How many objects are of a kind that only a newer version of the program knows: left alone, and said to be there. */
  readonly unknown: number;
  /** One object; reactive for that object only. `null` once it is gone. */
  object(id: ObjectId): BoardObject | null;
  /** The same, without asking to be told of changes: for indexes and pictures of the whole page, which `watch`. */
  peek(id: ObjectId): BoardObject | null;
  /**
   * Calls back with the ids of objects that changed, came or went, also those that nobody reads; returns how to stop. For
   * indexes over the whole page.
   */
  watch(listener: (ids: readonly ObjectId[]) => void): () => void;
  /** The shared text behind a prose field, to bind an editor to (`client/model/bind-text.ts`). */
  prose(id: ObjectId, key: string): Y.Text | null;

  /** Adds an object last in order; without a box it is placed in free space near the others of its kind. */
  add(
    kind: Kind,
    options?: {
      readonly box?: Box;
      readonly fields?: Readonly<Record<string, FieldValue>>;
    },
  ): ObjectId;
  /** Several objects, in their order, as one step of undo; none of them (and an empty answer) when the page has no room for all. */
  addAll(additions: readonly Addition[]): readonly ObjectId[];
  /** All that is done to the page within is one step of undo. */
  asOne(act: () => void): void;
  setBox(id: ObjectId, box: Box): void;
  /** Several moves as one step of undo. */
  setBoxes(boxes: ReadonlyMap<ObjectId, Box>): void;
  setField(id: ObjectId, key: string, value: FieldValue): void;
  /** The same value of a field that is not prose in several objects, as one step of undo. */
  setFields(ids: readonly ObjectId[], key: string, value: FieldValue): void;
  /** Whatever a command changes of several objects, as one step of undo: boxes, and fields that are not prose. */
  change(changes: readonly ObjectChange[]): void;
  /** Puts an object ahead of another in the order of the page, or last (`null`). */
  reorder(id: ObjectId, before: ObjectId | null): void;
  /** Puts objects in the bin. */
  remove(ids: readonly ObjectId[]): void;
  /** What lies in the bin, the latest first. O(objects): for whoever opens it. */
  readonly bin: readonly BoardObject[];
  /** One object in the bin; `null` when it is not there. */
  binned(id: ObjectId): BoardObject | null;
  /** Takes objects out of the bin again, with all that was written in them, as one step of undo. */
  restore(ids: readonly ObjectId[]): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;

  /** Whether this person sees others' pointers and shows their own. */
  readonly showsPointers: boolean;
  /** `null`: as it suits the size of the room. */
  wantPointers(wanted: boolean | null): void;
  readonly cursors: readonly Cursor[];
  readonly attention: readonly Attention[];
  /** Shows others what one attends to; `null` when one shows no board any more. */
  showAttention(about: Attention['about'] | null): void;
  /** Board coordinates of this person's pointer; `null` when it leaves the board. */
  moveCursor(position: readonly [x: number, y: number] | null): void;
  /** What others are dragging just now: boxes by object, ahead of the document. */
  readonly liveBoxes: ReadonlyMap<ObjectId, Box>;
  /** Shows others a drag in progress; `null` at its end. */
  showDrag(boxes: ReadonlyMap<ObjectId, Box> | null): void;
  readonly inkShown: readonly ShownLine[];
  /** Shows others the line in the hand; `null` at its end. */
  showInk(ink: object | null): void;

  close(): void;
}

export interface ObjectChange {
  readonly id: ObjectId;
  readonly box?: Box;
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

/** An object that is to be added. */
export interface Addition {
  /** Made by `newObjectId` when others that are added name it; made up when left out. */
  readonly id?: ObjectId;
  readonly kind: Kind;
  readonly box: Box;
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

export interface EarlierPage {
  readonly objects: readonly BoardObject[];
  /** Changes among them that were never stored. */
  readonly unsaved: number;
}

export interface PageNotice {
  /**
   * `overtaken`: an undo was skipped, because somebody else has changed the same thing since. `restored`: the page was brought back from a
   * backup, and what this device had of it is in `earlier`.
   */
  readonly kind:
    'read-only' | 'too-large' | 'invalid-object' | 'page-full' | 'locked-object' | 'overtaken' | 'restored';
}
