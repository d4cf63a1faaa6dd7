import * as v from 'valibot';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { JOINABLE_ROLES, type Role } from '#shared/session/role.ts';
import type { Language, TemplateId } from '#shared/session/workshop-state.ts';
import type { ErrorBody } from './error-kind.ts';
import { NAME_MAX, TITLE_MAX } from './limits.ts';

/**
 * The HTTP interface, under `/api`. Bodies are JSON. A refusal is `{ error: ErrorBody }` with the kind's status. The header
 * `accept-language` decides the language of texts. State-changing requests need a same-origin `Origin`.
 *
 *   POST /leader-session                 LeaderSignIn            204, sets the leader cookie
 *   GET  /me                                                     Me
 *   GET  /workshops                      (leader)                WorkshopSummary[]
 *   POST /workshops                      (leader) NewWorkshop    WorkshopSummary
 *   GET  /codes/:code                                            CodeLookup            rate-limited
 *   POST /workshops/:id/seats            JoinRequest             SeatInfo, sets the seat cookie   rate-limited
 *   GET  /workshops/:id/seat                                     SeatInfo (a leader without a seat is given one)
 *   DELETE /workshops/:id/seat                                   204, forgets the cookie
 *   GET  /workshops/:id/invitation       (any seat)              Invitation
 *   POST /workshops/:id/leader-seats     LeaderSeatRequest       SeatInfo: a co-leader's link, exchanged for a cookie
 *   POST /workshops/:id/transfer-links   TransferRequest         TransferLink
 *   POST /transfers                      Transfer                SeatInfo, moves the seat here
 *   …    /workshops/:id/pages/:page/history…                     what a page was (shared/protocol/history.ts)
 *   POST /workshops/:id/pages/:page/files        a picture’s bytes      StoredImage
 *   GET  /workshops/:id/pages/:page/files/:hash                         the picture
 *   POST /reviews/:id                    ReviewRequest           ReviewDocument (shared/report/review.ts)
 *   GET  /health                                                 204
 */
export interface ErrorResponse {
  readonly error: ErrorBody;
}

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NAME_MAX));
const optionalText = (max: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(max)), '');
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const LeaderSignInSchema = v.object({ secret });
export type LeaderSignIn = v.InferOutput<typeof LeaderSignInSchema>;

export interface Me {
  readonly leader: boolean;
}

export const NewWorkshopSchema = v.object({
  template: v.picklist(['bredbandslyftet', 'working-group'] satisfies readonly TemplateId[]),
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(TITLE_MAX)),
  organisation: optionalText(TITLE_MAX),
  place: optionalText(TITLE_MAX),
  language: v.picklist(['sv', 'en'] satisfies readonly Language[]),
});
export type NewWorkshop = v.InferInput<typeof NewWorkshopSchema>;

export interface WorkshopSummary {
  readonly id: WorkshopId;
  readonly title: string;
  readonly organisation: string;
  readonly template: TemplateId;
  readonly status: 'prepared' | 'live' | 'ended';
  readonly code: string;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly participants: number;
  /** Carries its secret in the fragment. */
  readonly reviewLink: string;
}

export interface CodeLookup {
  readonly workshopId: WorkshopId;
  readonly title: string;
  readonly organisation: string;
  readonly language: Language;
  readonly status: 'prepared' | 'live' | 'ended';
  /** Whether this browser already holds a seat: then it goes straight in. */
  readonly seated: boolean;
}

export const JoinRequestSchema = v.object({
  code: v.pipe(v.string(), v.maxLength(40)),
  name,
  organisation: optionalText(NAME_MAX),
  role: v.picklist(JOINABLE_ROLES as [Role, ...Role[]]),
});
export type JoinRequest = v.InferInput<typeof JoinRequestSchema>;

export interface SeatInfo {
  readonly workshopId: WorkshopId;
  readonly seatId: SeatId;
  readonly leader: boolean;
}

/** A picture as the server keeps it; objects refer to it by its hash. */
export interface StoredImage {
  /** SHA-256, hex. */
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}

export interface Invitation {
  readonly code: string;
  /** What the QR code holds: reachable by phones on the same network. */
  readonly joinLink: string;
  /** Leaders only. Both carry a secret in the fragment. */
  readonly leaderLink: string | null;
  readonly reviewLink: string | null;
}

export const LeaderSeatRequestSchema = v.object({ secret });

/** Without `seatId`: one's own seat. With it: the leader hands a person a new link. */
export const TransferRequestSchema = v.object({ seatId: v.optional(v.pipe(v.string(), v.maxLength(40))) });

export interface TransferLink {
  readonly link: string;
  /** Server time in ms after which the link is void; it works once. */
  readonly expiresAt: number;
}

export const TransferSchema = v.object({ token: secret });

export const ReviewRequestSchema = v.object({ secret });
