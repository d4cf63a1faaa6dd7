import * as v from 'valibot';
import type { ObjectId, SeatId, WorkshopId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { orderKeyAtEnd } from '#shared/kernel/order-key.ts';
import { must } from '#shared/kernel/assert.ts';
import { addObject, objectsOf, readPage } from '#shared/content/page-document.ts';
import { placedResultSize } from '#shared/content/placed-result-size.ts';
import type { PlacedResult } from '#shared/content/placed-result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import { CommandSchema, type Command } from '#shared/session/command.ts';
import { decide } from '#shared/session/decide.ts';
import type { Happening } from '#shared/session/event.ts';
import type { Poll, WorkshopState } from '#shared/session/workshop-state.ts';
import type { PageRewinds, Rewind } from '#server/history/page-rewinds.ts';
import type { PageStore } from '#server/sync/sync-port.ts';
import type { SessionEffects } from '#server/storage/workshop-store.ts';
import type { VotingService } from '#server/voting/voting-service.ts';
import type { Decision, SessionService } from './session-service.ts';

/** The part of the history that commands are carried out with. */
export type Rewinds = Pick<PageRewinds, 'restoring' | 'reverting'>;

type RewindCommand = Extract<Command, { type: 'restore-page' | 'revert-seat' }>;

/** Carries out commands: the shared rule decides, and what only the server holds (ballots, pages) is added to it. */
export class CommandHandler {
  readonly #sessions: SessionService;
  readonly #voting: VotingService;
  readonly #pages: PageStore;
  readonly #rewinds: Rewinds;

  constructor(options: {
    readonly sessions: SessionService;
    readonly voting: VotingService;
    readonly pages: PageStore;
    readonly rewinds: Rewinds;
  }) {
    this.#sessions = options.sessions;
    this.#voting = options.voting;
    this.#pages = options.pages;
    this.#rewinds = options.rewinds;
  }

  /** `input` is what came over the wire: anything at all. */
  async handle(workshop: WorkshopId, seat: SeatId, input: unknown): Promise<Result<null, ErrorKind>> {
    const command = v.safeParse(CommandSchema, input);
    if (!command.success) return err('malformed');
    if (isRewind(command.output)) return this.#rewind(workshop, seat, command.output);
    const acted = await this.#sessions.act(workshop, seat, (state, now) =>
      this.#decide(state, seat, command.output, now),
    );
    return acted.ok ? ok(null) : acted;
  }

  /** Reading the history may take seconds, and nobody waits for that: the workshop's turn is taken for the edit alone. */
  async #rewind(
    workshop: WorkshopId,
    seat: SeatId,
    command: RewindCommand,
  ): Promise<Result<null, ErrorKind>> {
    const state = await this.#sessions.state(workshop);
    if (state === null) return err('unknown-workshop');
    const allowed = decide(state, seat, command, state.createdAt);
    if (!allowed.ok) return allowed;
    const rewind = await this.#rewindFor(workshop, command);
    if (rewind === null) return err('unknown-moment');
    const acted = await this.#sessions.act(workshop, seat, async (now, at) => {
      const decided = decide(now, seat, command, at);
      if (!decided.ok) return decided;
      await rewind(at);
      return ok({ happenings: [happeningOf(command)] });
    });
    return acted.ok ? ok(null) : acted;
  }

  #rewindFor(workshop: WorkshopId, command: RewindCommand): Promise<Rewind | null> {
    return command.type === 'restore-page'
      ? this.#rewinds.restoring(workshop, command.pageId, command.to)
      : this.#rewinds.reverting(workshop, command.pageId, command.seatId, command.since);
  }

  async #decide(
    state: WorkshopState,
    seat: SeatId,
    command: Command,
    now: number,
  ): Promise<Result<Decision, ErrorKind>> {
    const decided = decide(state, seat, command, now);
    if (!decided.ok) return decided;
    const happenings = [...decided.value, ...(await this.#complete(state, command, now))];
    const effects = effectsOf(happenings);
    return ok(effects === null ? { happenings } : { happenings, effects });
  }

  /** Allowed commands whose outcome takes more than the session's state. */
  async #complete(state: WorkshopState, command: Command, now: number): Promise<readonly Happening[]> {
    if (command.type === 'release-poll') {
      const poll = pollOf(state, command.pollId);
      return [{ type: 'poll-released', pollId: poll.id, result: await this.#voting.result(poll) }];
    }
    if (command.type === 'place-poll-result') {
      const poll = pollOf(state, command.pollId);
      return [{ type: 'poll-result-placed', pollId: poll.id, objectId: await this.#place(state, poll, now) }];
    }
    return [];
  }

  /** The object's id follows from the poll's, so that placing twice, or again after a crash, makes one object. */
  async #place(state: WorkshopState, poll: Poll, now: number): Promise<ObjectId> {
    const id = `result-${poll.id}`.slice(0, 40) as ObjectId;
    const placed = placedResult(state, poll);
    const { width, height } = placedResultSize(placed);
    await this.#pages.transact(state.id, poll.pageId, (doc) => {
      const existing = objectsOf(doc).get(id);
      if (existing !== undefined) {
        existing.delete('deletedAt');
        return;
      }
      const objects = readPage(doc);
      const right = Math.max(0, ...objects.map(({ box }) => box[0] + box[2]));
      const top = Math.min(0, ...objects.map(({ box }) => box[1]));
      addObject(doc, {
        id,
        kind: 'result',
        box: [right + 60, top, width, height],
        order: orderKeyAtEnd(objects.map(({ order }) => order)),
        author: 'server',
        createdAt: now,
        fields: { pollId: poll.id, placed },
      });
    });
    return id;
  }
}

const isRewind = (command: Command): command is RewindCommand =>
  command.type === 'restore-page' || command.type === 'revert-seat';

const happeningOf = (command: RewindCommand): Happening =>
  command.type === 'restore-page'
    ? { type: 'page-restored', pageId: command.pageId, to: command.to }
    : { type: 'seat-reverted', pageId: command.pageId, seatId: command.seatId, since: command.since };

const pollOf = (state: WorkshopState, id: string): Poll =>
  must(
    state.polls.find((poll) => poll.id === id),
    'the poll the rule has just allowed',
  );

function placedResult(state: WorkshopState, poll: Poll): PlacedResult {
  const result = must(poll.result, 'the result of a released poll');
  const name = (voter: string): string =>
    state.groups.find((group) => group.id === voter)?.name ?? state.seats[voter as SeatId]?.name ?? '';
  const { question, method, electorate, secrecy, options } = poll;
  const voterNames = Object.fromEntries((result.ballots ?? []).map(({ voter }) => [voter, name(voter)]));
  return { question, method, electorate, secrecy, options, result, voterNames };
}

/** The poll rows that must change in the same commit, so that a ballot meets the same truth as the session. */
function effectsOf(happenings: readonly Happening[]): SessionEffects | null {
  const opened = happenings.find((happening) => happening.type === 'poll-opened');
  const closed = happenings
    .filter((happening) => happening.type === 'poll-closed')
    .map(({ pollId }) => pollId);
  const annulled = happenings
    .filter((happening) => happening.type === 'poll-annulled')
    .map(({ pollId }) => pollId);
  if (opened === undefined && closed.length === 0 && annulled.length === 0) return null;
  return {
    ...(opened === undefined ? {} : { openedPoll: opened.poll.id }),
    closedPolls: closed,
    annulledPolls: annulled,
  };
}
