import * as v from 'valibot';
import type { ActivityId, GroupId, ObjectId, PollId, SeatId } from '#shared/kernel/ids.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import {
  NAME_MAX,
  OPTION_TITLE_MAX,
  POLL_OPTIONS_MAX,
  QUESTION_MAX,
  TIMER_MAX_MS,
} from '#shared/protocol/limits.ts';
import { ROLES } from './role.ts';

/** What a person asks for, over the session socket. A parsed command is of the right form; whether it is allowed, `decide` says. */

const id = <T extends string>() =>
  v.pipe(
    v.string(),
    v.regex(ID_PATTERN),
    v.transform((value) => value as T),
  );
const text = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const durationMs = v.pipe(v.number(), v.integer(), v.minValue(1_000), v.maxValue(TIMER_MAX_MS));
/** Server time in ms. */
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bare = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) });
const withPoll = <T extends string>(type: T) =>
  v.strictObject({ type: v.literal(type), pollId: id<PollId>() });
const withSeat = <T extends string>(type: T) =>
  v.strictObject({ type: v.literal(type), seatId: id<SeatId>() });

export const CommandSchema = v.variant('type', [
  v.strictObject({ type: v.literal('open-activity'), activityId: id<ActivityId>() }),
  v.strictObject({ type: v.literal('start-timer'), durationMs }),
  bare('pause-timer'),
  bare('resume-timer'),
  v.strictObject({
    type: v.literal('extend-timer'),
    byMs: v.pipe(v.number(), v.integer(), v.minValue(-TIMER_MAX_MS), v.maxValue(TIMER_MAX_MS)),
  }),
  bare('stop-timer'),
  v.strictObject({ type: v.literal('set-page-lock'), pageId: id<string>(), locked: v.boolean() }),
  v.strictObject({ type: v.literal('restore-page'), pageId: id<string>(), to: moment }),
  v.strictObject({
    type: v.literal('revert-seat'),
    pageId: id<string>(),
    seatId: id<SeatId>(),
    since: moment,
  }),
  v.strictObject({ type: v.literal('set-admission'), admission: v.picklist(['open', 'approve']) }),
  withSeat('admit-seat'),
  withSeat('remove-seat'),
  v.strictObject({
    type: v.literal('rename-seat'),
    seatId: id<SeatId>(),
    name: text(NAME_MAX),
    organisation: text(NAME_MAX),
  }),
  v.strictObject({ type: v.literal('change-role'), seatId: id<SeatId>(), role: v.picklist(ROLES) }),
  v.strictObject({
    type: v.literal('assign-group'),
    seatId: id<SeatId>(),
    groupId: v.nullable(id<GroupId>()),
  }),
  v.strictObject({
    type: v.literal('open-poll'),
    pollId: id<PollId>(),
    pageId: id<string>(),
    question: text(QUESTION_MAX),
    method: v.picklist(['single', 'ranking']),
    electorate: v.picklist(['individual', 'group']),
    secrecy: v.picklist(['named', 'secret']),
    options: v.pipe(
      v.array(v.strictObject({ id: id<ObjectId>(), title: text(OPTION_TITLE_MAX) })),
      v.maxLength(POLL_OPTIONS_MAX),
    ),
  }),
  withPoll('close-poll'),
  withPoll('release-poll'),
  withPoll('annul-poll'),
  withPoll('place-poll-result'),
  bare('end-workshop'),
  bare('reopen-workshop'),
]);

export type Command = v.InferOutput<typeof CommandSchema>;
export type CommandType = Command['type'];
