import type { SeatId } from '#shared/kernel/ids.ts';
import type { EpochMs } from '#shared/kernel/clock.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { TIMER_MAX_MS } from '#shared/protocol/limits.ts';
import type { Command, CommandType } from './command.ts';
import type { Happening } from './event.ts';
import { electoralRoll, isRecused, mayVote } from './permission.ts';
import type { Poll, Seat, Timer, WorkshopState } from './workshop-state.ts';

type Decision = Result<readonly Happening[], ErrorKind>;
type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;

/** Commands any admitted person may give, about their own seat only. Everything else is the leader's. */
const OWN_SEAT_COMMANDS: ReadonlySet<CommandType> = new Set(['rename-seat', 'assign-group']);

/**
 * Whether a seat may have what it asks for now, and what follows. Pure: the clock is an argument, and a command that changes
 * nothing yields no events, so a repeated tap is harmless. `release-poll`, `place-poll-result`, `restore-page` and `revert-seat`
 * are checked here and completed by the server, which alone holds the ballots and the pages.
 */
export function decide(state: WorkshopState, seatId: SeatId, command: Command, now: EpochMs): Decision {
  const seat = state.seats[seatId];
  if (seat === undefined) return err('not-signed-in');
  if (seat.standing === 'removed') return err('removed');
  if (seat.standing === 'waiting') return err('waiting');
  if (!mayCommand(seat, command)) return err('forbidden');
  if (state.status === 'ended' && command.type !== 'reopen-workshop') return err('workshop-ended');
  return decideAllowed(state, seat, command, now);
}

function mayCommand(seat: Seat, command: Command): boolean {
  if (seat.leader) return true;
  return OWN_SEAT_COMMANDS.has(command.type) && 'seatId' in command && command.seatId === seat.id;
}

function decideAllowed(state: WorkshopState, seat: Seat, command: Command, now: EpochMs): Decision {
  switch (command.type) {
    case 'open-activity':
      return openActivity(state, command);
    case 'start-timer':
      return ok([{ type: 'timer-started', endsAt: now + command.durationMs, totalMs: command.durationMs }]);
    case 'pause-timer':
      return pauseTimer(state.timer, now);
    case 'resume-timer':
      return resumeTimer(state.timer, now);
    case 'extend-timer':
      return extendTimer(state.timer, command.byMs, now);
    case 'stop-timer':
      return ok(state.timer === null ? [] : [{ type: 'timer-stopped' }]);
    case 'set-page-lock':
      return setPageLock(state, command);
    case 'restore-page':
      return withPage(state, seat, command.pageId, () =>
        command.to < state.createdAt ? err('unknown-moment') : ok([]),
      );
    case 'revert-seat':
      return withPage(state, seat, command.pageId, () =>
        state.seats[command.seatId] === undefined ? err('unknown-seat') : ok([]),
      );
    case 'set-admission':
      return ok(
        command.admission === state.admission
          ? []
          : [{ type: 'admission-set', admission: command.admission }],
      );
    case 'admit-seat':
      return admitSeat(state, command.seatId);
    case 'remove-seat':
      return removeSeat(state, command.seatId);
    case 'rename-seat':
      return renameSeat(state, command);
    case 'change-role':
      return changeRole(state, command);
    case 'assign-group':
      return assignGroup(state, command);
    case 'open-poll':
      return openPoll(state, seat, command);
    case 'close-poll':
      return withPoll(state, seat, command.pollId, (poll) =>
        poll.status === 'open' ? ok([{ type: 'poll-closed', pollId: poll.id }]) : err('poll-not-open'),
      );
    case 'release-poll':
      return withPoll(state, seat, command.pollId, (poll) =>
        poll.status === 'closed' ? ok([]) : err('poll-not-closed'),
      );
    case 'annul-poll':
      return withPoll(state, seat, command.pollId, (poll) =>
        poll.status === 'annulled' ? ok([]) : ok([{ type: 'poll-annulled', pollId: poll.id }]),
      );
    case 'place-poll-result':
      return withPoll(state, seat, command.pollId, (poll) =>
        poll.status === 'released' ? ok([]) : err('poll-not-released'),
      );
    case 'end-workshop':
      return endWorkshop(state);
    case 'reopen-workshop':
      return state.status === 'ended' ? ok([{ type: 'workshop-reopened' }]) : err('workshop-not-ended');
  }
}

function openActivity(state: WorkshopState, { activityId }: CommandOf<'open-activity'>): Decision {
  if (!state.agenda.some((activity) => activity.id === activityId)) return err('unknown-activity');
  if (state.currentActivity === activityId) return ok([]);
  // A timer belongs to the activity it was started in.
  const stop: readonly Happening[] = state.timer === null ? [] : [{ type: 'timer-stopped' }];
  return ok([...stop, { type: 'activity-opened', activityId }]);
}

function pauseTimer(timer: Timer | null, now: EpochMs): Decision {
  if (timer === null) return err('wrong-timer-state');
  if (timer.kind === 'paused') return ok([]);
  return ok([{ type: 'timer-paused', remainingMs: Math.max(0, timer.endsAt - now) }]);
}

function resumeTimer(timer: Timer | null, now: EpochMs): Decision {
  if (timer === null) return err('wrong-timer-state');
  if (timer.kind === 'running') return ok([]);
  return ok([{ type: 'timer-started', endsAt: now + timer.remainingMs, totalMs: timer.totalMs }]);
}

/** Adding a minute to a timer that ran out two minutes ago gives a minute from now, which is what the leader means. */
function extendTimer(timer: Timer | null, byMs: number, now: EpochMs): Decision {
  if (timer === null) return err('wrong-timer-state');
  if (timer.kind === 'paused') {
    const remaining = clampDuration(timer.remainingMs + byMs);
    return ok([{ type: 'timer-extended', byMs: remaining - timer.remainingMs }]);
  }
  const remaining = clampDuration(Math.max(0, timer.endsAt - now) + byMs);
  return ok([{ type: 'timer-extended', byMs: now + remaining - timer.endsAt }]);
}

const clampDuration = (ms: number): number => Math.min(TIMER_MAX_MS, Math.max(0, ms));

function setPageLock(state: WorkshopState, command: CommandOf<'set-page-lock'>): Decision {
  const page = state.pages.find((candidate) => candidate.id === command.pageId);
  if (page === undefined) return err('unknown-page');
  if (page.locked === command.locked) return ok([]);
  return ok([{ type: command.locked ? 'page-locked' : 'page-unlocked', pageId: page.id }]);
}

function admitSeat(state: WorkshopState, seatId: SeatId): Decision {
  const seat = state.seats[seatId];
  if (seat === undefined) return err('unknown-seat');
  if (seat.standing === 'admitted') return ok([]);
  return ok([{ type: 'seat-admitted', seatId }, ...rollExtensions(state, { ...seat, standing: 'admitted' })]);
}

function removeSeat(state: WorkshopState, seatId: SeatId): Decision {
  const seat = state.seats[seatId];
  if (seat === undefined) return err('unknown-seat');
  // Leaders cannot shut each other, or themselves, out of the room.
  if (seat.leader) return err('forbidden');
  return ok(seat.standing === 'removed' ? [] : [{ type: 'seat-removed', seatId }]);
}

function renameSeat(state: WorkshopState, command: CommandOf<'rename-seat'>): Decision {
  const seat = state.seats[command.seatId];
  if (seat === undefined) return err('unknown-seat');
  if (command.name === '') return err('name-missing');
  if (seat.name === command.name && seat.organisation === command.organisation) return ok([]);
  const { seatId, name, organisation } = command;
  return ok([{ type: 'seat-renamed', seatId, name, organisation }]);
}

function changeRole(state: WorkshopState, { seatId, role }: CommandOf<'change-role'>): Decision {
  const seat = state.seats[seatId];
  if (seat === undefined) return err('unknown-seat');
  if (role === 'workshop-leader' && !seat.leader) return err('forbidden');
  if (seat.role === role) return ok([]);
  return ok([{ type: 'seat-role-changed', seatId, role }, ...rollExtensions(state, { ...seat, role })]);
}

function assignGroup(state: WorkshopState, { seatId, groupId }: CommandOf<'assign-group'>): Decision {
  const seat = state.seats[seatId];
  if (seat === undefined) return err('unknown-seat');
  if (groupId !== null && !state.groups.some((group) => group.id === groupId)) return err('unknown-group');
  if (seat.groupId === groupId) return ok([]);
  return ok([{ type: 'seat-grouped', seatId, groupId }, ...rollExtensions(state, { ...seat, groupId })]);
}

/** A person who arrives, changes role or joins a group while polls are open gets a ballot in those they may vote in. */
export function rollExtensions(state: WorkshopState, seat: Seat): readonly Happening[] {
  return state.polls.flatMap((poll): Happening[] => {
    const page = state.pages.find((candidate) => candidate.id === poll.pageId);
    const voter = poll.electorate === 'group' ? seat.groupId : seat.id;
    const extends_ =
      poll.status === 'open' &&
      page !== undefined &&
      voter !== null &&
      mayVote(seat, page) &&
      !poll.roll.includes(voter);
    return extends_ ? [{ type: 'poll-roll-extended', pollId: poll.id, voter }] : [];
  });
}

function openPoll(state: WorkshopState, seat: Seat, command: CommandOf<'open-poll'>): Decision {
  const page = state.pages.find((candidate) => candidate.id === command.pageId);
  if (page === undefined) return err('unknown-page');
  if (isRecused(seat, page)) return err('recused');
  // The leader's app names the poll, so that a command repeated after a lost reply does not open a second one.
  if (state.polls.some((poll) => poll.id === command.pollId)) return ok([]);
  const ids = new Set(command.options.map((option) => option.id));
  if (ids.size < 2 || ids.size !== command.options.length) return err('too-few-options');
  const roll = electoralRoll(state, page, command.electorate);
  if (roll.length === 0) return err('no-voters');
  const { pollId, pageId, question, method, electorate, secrecy, options } = command;
  const poll = { id: pollId, pageId, question, method, electorate, secrecy, options, roll };
  return ok([{ type: 'poll-opened', poll }]);
}

/** The strictest rule wins: a leader whose role takes no part in a page does not run its polls either. */
function withPoll(state: WorkshopState, seat: Seat, id: string, rule: (poll: Poll) => Decision): Decision {
  const poll = state.polls.find((candidate) => candidate.id === id);
  const page = state.pages.find((candidate) => candidate.id === poll?.pageId);
  if (poll === undefined || page === undefined) return err('unknown-poll');
  return isRecused(seat, page) ? err('recused') : rule(poll);
}

function withPage(state: WorkshopState, seat: Seat, id: string, rule: () => Decision): Decision {
  const page = state.pages.find((candidate) => candidate.id === id);
  if (page === undefined) return err('unknown-page');
  return isRecused(seat, page) ? err('recused') : rule();
}

/** An open poll is closed with the workshop; whether its result is released stays the leader's act. */
function endWorkshop(state: WorkshopState): Decision {
  const open = state.polls.filter((poll) => poll.status === 'open');
  return ok([
    ...open.map((poll): Happening => ({ type: 'poll-closed', pollId: poll.id })),
    { type: 'workshop-ended' },
  ]);
}
