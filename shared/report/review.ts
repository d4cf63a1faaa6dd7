import type { BoardObject } from '#shared/content/board-object.ts';
import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ActivityId, GroupId, ObjectId, PollId, WorkshopId } from '#shared/kernel/ids.ts';
import type { Module } from '#shared/modules/module.ts';
import type { SessionEvent } from '#shared/session/event.ts';
import type { Role } from '#shared/session/role.ts';
import type { Group, Language, Visit } from '#shared/session/workshop-state.ts';

/**
 * A workshop as it is looked back on: plain JSON, complete without the session or the page documents. Screens, print and
 * files are all made from it. People are in it by role and organisation, never by name: a review link travels far, and
 * what was said in the room is the room's.
 */
export type ReviewDocument = OngoingReview | SavedReview;

/** Before the leader has ended the workshop, the link says what it will open, and no more. */
export interface OngoingReview {
  readonly status: 'ongoing';
  readonly heading: ReviewHeading;
}

export interface SavedReview {
  readonly status: 'ended';
  readonly heading: ReviewHeading;
  /** Those let in and not removed, in the order of the role list. */
  readonly participants: readonly ReviewParticipant[];
  readonly recusals: readonly ReviewRecusal[];
  readonly groups: readonly Group[];
  readonly agenda: readonly ReviewActivity[];
  /** Pages that were opened, in the order of the agenda. */
  readonly pages: readonly ReviewPage[];
  /** The course of the day; for leaders only. */
  readonly log: readonly ReviewLogLine[] | null;
}

export interface ReviewHeading {
  readonly workshopId: WorkshopId;
  readonly title: string;
  readonly organisation: string;
  readonly place: string;
  readonly language: Language;
  /** When the first activity was opened; when the workshop was made, if none has been. */
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs | null;
}

/** Everyone of one role from one organisation. */
export interface ReviewParticipant {
  readonly role: Role;
  readonly organisation: string;
  readonly leader: boolean;
  readonly count: number;
}

/** Who took no part in which pages, because of their role. */
export interface ReviewRecusal {
  readonly role: Role;
  readonly organisation: string;
  readonly count: number;
  readonly pageTitles: readonly string[];
}

export interface ReviewActivity {
  readonly id: ActivityId;
  readonly title: string;
  readonly plannedMinutes: number;
  /** Rounded to whole minutes, all visits together; `null` when it was never opened. */
  readonly actualMinutes: number | null;
  readonly visits: readonly Visit[];
  readonly pageId: string | null;
}

/** `withheld`: the reader takes no part in this page, so nothing of it is in the document. */
export type ReviewPage =
  | (ReviewPageHead & { readonly withheld: true })
  | (ReviewPageHead & {
      readonly withheld: false;
      /** In the order of the page. */
      readonly objects: readonly ReviewObject[];
      readonly polls: readonly ReviewPoll[];
    });

export type OpenReviewPage = Extract<ReviewPage, { readonly withheld: false }>;

interface ReviewPageHead {
  readonly id: string;
  readonly module: Module;
  readonly title: string;
}

/** `author` is `'server'` for what the template or the server wrote and `''` for what people wrote. */
export interface ReviewObject extends BoardObject {
  /** The group its author spoke for: the one they sat in, if they had a voice on the page. */
  readonly groupId: GroupId | null;
  /** Keys of the fields that say something other than the template did; `null` when the template has no such object. */
  readonly changed: readonly string[] | null;
  /** The template's prompt under which it lies, where the page is laid out in columns. */
  readonly under: ObjectId | null;
}

export interface ReviewPoll {
  readonly id: PollId;
  readonly question: string;
  /** `closed`: counted, but the leader never released the result, so nobody is told. */
  readonly status: 'released' | 'closed' | 'annulled';
  /** The released result. Ballots are in it only for groups, filed under the groups' names. */
  readonly placed: PlacedResult | null;
}

export interface ReviewLogLine {
  readonly at: EpochMs;
  readonly type: LoggedType;
  /** What it happened to, if that has a title: an activity, a page, a question. */
  readonly subject: string;
  /** Whose seat it was, for what happens to people. */
  readonly role: Role | null;
}

/** Events worth a line: those of timers and of people's names are left to the event log. */
export type LoggedType = Extract<
  SessionEvent['type'],
  | 'activity-opened'
  | 'page-locked'
  | 'page-unlocked'
  | 'page-restored'
  | 'seat-reverted'
  | 'seat-joined'
  | 'seat-removed'
  | 'seat-role-changed'
  | 'poll-opened'
  | 'poll-closed'
  | 'poll-released'
  | 'poll-annulled'
  | 'workshop-ended'
  | 'workshop-reopened'
>;
