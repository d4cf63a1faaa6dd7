import type { Module } from '#shared/modules/module.ts';
import type { ActivityId, GroupId, ObjectId, PollId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { PollElectorate, PollMethod, PollOption, PollSecrecy } from '#shared/voting/poll.ts';
import type { Tally } from '#shared/voting/tally.ts';
import type { Role } from './role.ts';

/** The session of one workshop: ordered, authoritative, rebuilt from its event log on either side of the wire. */
export interface WorkshopState {
  readonly id: WorkshopId;
  readonly title: string;
  /** Who the workshop is for, as in the minutes' heading; may be empty. */
  readonly organisation: string;
  readonly place: string;
  readonly template: TemplateId;
  readonly language: Language;
  readonly status: 'prepared' | 'live' | 'ended';
  readonly createdAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly pages: readonly Page[];
  readonly agenda: readonly Activity[];
  readonly currentActivity: ActivityId | null;
  readonly timer: Timer | null;
  readonly admission: Admission;
  readonly groups: readonly Group[];
  readonly seats: Readonly<Record<SeatId, Seat>>;
  readonly polls: readonly Poll[];
  /** Sequence of the last event applied; dense from 1. */
  readonly seq: number;
}

export type TemplateId = 'bredbandslyftet' | 'working-group';
export type Language = 'sv' | 'en';
/** `approve`: whoever joins waits until the leader lets them in. */
export type Admission = 'open' | 'approve';

/** One whiteboard, one document. Consecutive activities may share a page: work goes on where it lies. */
export interface Page {
  /** Unique in the workshop; the last part of the document's name. */
  readonly id: string;
  readonly module: Module;
  readonly title: string;
  /** Participants see a page from the moment an activity on it is first opened. */
  readonly opened: boolean;
  readonly locked: boolean;
}

export interface Activity {
  readonly id: ActivityId;
  readonly title: string;
  readonly plannedMinutes: number;
  /** `null`: a break; the screens show the agenda. */
  readonly pageId: string | null;
  /** Each time it was the open activity; the last has no end while it still is. */
  readonly visits: readonly Visit[];
}

export interface Visit {
  readonly from: EpochMs;
  readonly to: EpochMs | null;
}

export type Timer =
  | { readonly kind: 'running'; readonly endsAt: EpochMs; readonly totalMs: number }
  | { readonly kind: 'paused'; readonly remainingMs: number; readonly totalMs: number };

export interface Group {
  readonly id: GroupId;
  readonly name: string;
}

export interface Seat {
  readonly id: SeatId;
  readonly name: string;
  readonly organisation: string;
  readonly role: Role;
  /** Leads the workshop; a seat can only get this with the leader's secret. */
  readonly leader: boolean;
  readonly standing: 'waiting' | 'admitted' | 'removed';
  readonly groupId: GroupId | null;
  readonly joinedAt: EpochMs;
}

export interface Poll {
  readonly id: PollId;
  readonly pageId: string;
  readonly question: string;
  readonly method: PollMethod;
  readonly electorate: PollElectorate;
  readonly secrecy: PollSecrecy;
  /** Frozen at opening: what people voted on is what the minutes say they voted on. */
  readonly options: readonly PollOption[];
  readonly status: 'open' | 'closed' | 'released' | 'annulled';
  /** Seat or group ids entitled to one ballot each. Fixed at opening; late arrivals are added while it is open. */
  readonly roll: readonly string[];
  readonly openedAt: EpochMs;
  readonly closedAt: EpochMs | null;
  readonly result: PollResult | null;
  /** The object that shows the released result on the page. */
  readonly placedAs: ObjectId | null;
}

export interface PollResult {
  readonly tally: Tally;
  readonly entitled: number;
  /** Named ballots only: who cast what. `null` for a secret poll. */
  readonly ballots: readonly { readonly voter: string; readonly ballot: Ballot }[] | null;
}
