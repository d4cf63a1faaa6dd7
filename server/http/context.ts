import type { Request } from 'express';
import type { Clock } from '#shared/kernel/clock.ts';
import type { SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { languageFrom } from '#shared/i18n/language.ts';
import type { Language } from '#shared/session/workshop-state.ts';
import { LEADER_COOKIE, readCookie, seatCookie } from '#server/auth/cookies.ts';
import type { LeaderKey } from '#server/auth/leader-key.ts';
import type { SeatingService } from '#server/auth/seating.ts';
import type { PageHistory } from '#server/history/page-history.ts';
import type { Logger } from '#server/logger.ts';
import type { ReviewService } from '#server/review/review-service.ts';
import type { CommandHandler } from '#server/session/command-handler.ts';
import type { SessionService } from '#server/session/session-service.ts';
import type { WorkshopFactory } from '#server/session/workshop-factory.ts';
import type { PageStore } from '#server/sync/sync-port.ts';
import type { PageFiles } from '#server/storage/page-files.ts';
import type { WorkshopStore } from '#server/storage/workshop-store.ts';
import type { Links } from './links.ts';

/** What the routers are made with. */
export interface HttpContext {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly leaderKey: LeaderKey;
  readonly store: WorkshopStore;
  readonly files: PageFiles;
  readonly pages: PageStore;
  readonly history: PageHistory;
  readonly sessions: SessionService;
  readonly commands: CommandHandler;
  readonly seating: SeatingService;
  readonly factory: WorkshopFactory;
  readonly reviews: ReviewService;
  readonly links: Links;
}

export const languageOf = (request: Request): Language => languageFrom(request.headers['accept-language']);

export function isLeader(context: HttpContext, request: Request): boolean {
  const cookie = readCookie(request.headers.cookie, LEADER_COOKIE);
  return cookie !== null && context.leaderKey.matchesCookie(cookie);
}

export const seatOf = (
  context: HttpContext,
  request: Request,
  workshop: WorkshopId,
): Promise<SeatId | null> =>
  context.seating.seatOf(workshop, readCookie(request.headers.cookie, seatCookie(workshop)));

export const workshopParameter = (request: Request): WorkshopId => String(request.params.id) as WorkshopId;
