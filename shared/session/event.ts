import type { ActivityId, GroupId, ObjectId, PollId, SeatId } from '#shared/kernel/ids.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { Role } from './role.ts';
import type {
  Activity,
  Admission,
  Group,
  Language,
  Page,
  Poll,
  PollResult,
  Seat,
  TemplateId,
} from './workshop-state.ts';

/** What happened. Facts only: every number that depends on a clock or on chance was decided when it was written. */
export type Happening =
  | {
      readonly type: 'workshop-created';
      readonly title: string;
      readonly organisation: string;
      readonly place: string;
      readonly template: TemplateId;
      readonly language: Language;
      readonly pages: readonly Pick<Page, 'id' | 'module' | 'title'>[];
      readonly agenda: readonly Pick<Activity, 'id' | 'title' | 'plannedMinutes' | 'pageId'>[];
      readonly groups: readonly Group[];
    }
  | { readonly type: 'seat-joined'; readonly seat: Omit<Seat, 'joinedAt'> }
  | { readonly type: 'seat-admitted'; readonly seatId: SeatId }
  | { readonly type: 'seat-removed'; readonly seatId: SeatId }
  | {
      readonly type: 'seat-renamed';
      readonly seatId: SeatId;
      readonly name: string;
      readonly organisation: string;
    }
  | { readonly type: 'seat-role-changed'; readonly seatId: SeatId; readonly role: Role }
  /** The seat moved to another device; the old device's secret is void. */
  | { readonly type: 'seat-transferred'; readonly seatId: SeatId }
  | { readonly type: 'seat-grouped'; readonly seatId: SeatId; readonly groupId: GroupId | null }
  | { readonly type: 'admission-set'; readonly admission: Admission }
  | { readonly type: 'activity-opened'; readonly activityId: ActivityId }
  | { readonly type: 'timer-started'; readonly endsAt: EpochMs; readonly totalMs: number }
  | { readonly type: 'timer-paused'; readonly remainingMs: number }
  | { readonly type: 'timer-extended'; readonly byMs: number }
  | { readonly type: 'timer-stopped' }
  | { readonly type: 'page-locked'; readonly pageId: string }
  | { readonly type: 'page-unlocked'; readonly pageId: string }
  /** The page was made what it had been at a moment. */
  | { readonly type: 'page-restored'; readonly pageId: string; readonly to: EpochMs }
  /** What the seat had done to the page after a moment was undone. */
  | {
      readonly type: 'seat-reverted';
      readonly pageId: string;
      readonly seatId: SeatId;
      readonly since: EpochMs;
    }
  | {
      readonly type: 'poll-opened';
      readonly poll: Pick<
        Poll,
        'id' | 'pageId' | 'question' | 'method' | 'electorate' | 'secrecy' | 'options' | 'roll'
      >;
    }
  | { readonly type: 'poll-roll-extended'; readonly pollId: PollId; readonly voter: string }
  | { readonly type: 'poll-closed'; readonly pollId: PollId }
  | { readonly type: 'poll-released'; readonly pollId: PollId; readonly result: PollResult }
  | { readonly type: 'poll-annulled'; readonly pollId: PollId }
  | { readonly type: 'poll-result-placed'; readonly pollId: PollId; readonly objectId: ObjectId }
  | { readonly type: 'workshop-ended' }
  | { readonly type: 'workshop-reopened' }
  /** Stands in for an event the viewer may not see, so that the sequence stays dense. */
  | { readonly type: 'hidden' };

export type SessionEvent = Happening & {
  readonly seq: number;
  readonly at: EpochMs;
  /** The seat that acted; `null` for the server itself. */
  readonly by: SeatId | null;
};
