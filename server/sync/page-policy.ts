import * as Y from 'yjs';
import { isKind, type Kind } from '#shared/content/board-object.ts';
import type { Lock } from '#shared/content/kinds/common.ts';
import { objectsOf } from '#shared/content/page-document.ts';
import { ID_PATTERN } from '#shared/kernel/ids.ts';
import { PAGE_OBJECTS_MAX } from '#shared/protocol/limits.ts';
import type { RejectionCode } from '#shared/protocol/sync.ts';
import { FIXED_KEYS, judgeProse, judgeValue, PLACING_KEYS, REQUIRED_KEYS } from './object-rules.ts';

const LEADERS_LOCK: Lock = 'leader';

/** Who has made a change. */
export interface Hand {
  readonly seat: string;
  /** A leader, who may change what leaders have locked. */
  readonly leads: boolean;
}

/** Any shared type, as far as its content matters here. */
interface SharedType {
  readonly _item: Y.Item | null;
  readonly _map: ReadonlyMap<string, Y.Item>;
  readonly _start: Y.Item | null;
  readonly parent: SharedType | null;
}

/**
 * Judges what a transaction has done to the objects of a page: called inside it, when everything is in place and nothing that was deleted
 * has been collected yet, so that before and after can be compared. Looks only at what has changed.
 */
export function judgeChange(transaction: Y.Transaction, hand: Hand): RejectionCode | null {
  const objects = objectsOf(transaction.doc);
  const before = new Before(transaction);
  for (const [type, keys] of transaction.changed) {
    // Within an object that has gone altogether nothing matters; that it has gone is judged at the root.
    if (type._item?.deleted === true) continue;
    const verdict = judgeType(before, objects, type, keys, hand);
    if (verdict !== null) return verdict;
  }
  return null;
}

function judgeType(
  before: Before,
  objects: SharedType,
  type: SharedType,
  keys: ReadonlySet<string | null>,
  hand: Hand,
): RejectionCode | null {
  if (type === objects) return firstVerdict(keys, (id) => judgeEntry(before, objects, id, hand));
  if (type.parent === objects)
    return judgeLock(before, type, hand) ?? firstVerdict(keys, (key) => judgeKey(before, type, key, hand));
  if (type instanceof Y.Text && type.parent?.parent === objects)
    return judgeLock(before, type.parent, hand) ?? judgeProse(type);
  return 'invalid-object';
}

function firstVerdict(
  keys: ReadonlySet<string | null>,
  judge: (key: string) => RejectionCode | null,
): RejectionCode | null {
  for (const key of keys) {
    // `null` is an element of a list, and nothing on a page is a list but its texts.
    const verdict = key === null ? 'invalid-object' : judge(key);
    if (verdict !== null) return verdict;
  }
  return null;
}

/** What the leader has locked is changed by leaders alone; it counts as locked when it was so before the change. */
function judgeLock(before: Before, object: SharedType, { leads }: Hand): RejectionCode | null {
  return !leads && before.valueAt(object, 'lock') === LEADERS_LOCK ? 'locked-object' : null;
}

/** An object has come, gone, or been replaced. */
function judgeEntry(before: Before, objects: SharedType, id: string, hand: Hand): RejectionCode | null {
  const { seat, leads } = hand;
  const old = before.valueAt(objects, id);
  const now = valueAt(objects, id);
  if (old === now) return null;
  if (old instanceof Y.Map && !leads && before.valueAt(old, 'lock') === LEADERS_LOCK) return 'locked-object';
  // Taking back one's own is undo; others' objects go to the bin, where they can be found again.
  if (old instanceof Y.Map && before.valueAt(old, 'author') !== seat) return 'invalid-object';
  if (now === undefined) return null;
  if (!ID_PATTERN.test(id) || !(now instanceof Y.Map)) return 'invalid-object';
  if (old instanceof Y.Map && FIXED_KEYS.some((key) => before.valueAt(old, key) !== now.get(key)))
    return 'invalid-object';
  return judgeNewObject(now, hand) ?? (isFull(objects) ? 'page-full' : null);
}

function judgeNewObject(object: Y.Map<unknown>, { seat, leads }: Hand): RejectionCode | null {
  const kind = object.get('kind');
  // Results are laid on the page by the server alone.
  if (!isKind(kind) || kind === 'result') return 'invalid-object';
  if (object.get('author') !== seat || object._start !== null) return 'invalid-object';
  if (!REQUIRED_KEYS.every((key) => object.has(key))) return 'invalid-object';
  if (!leads && object.get('lock') === LEADERS_LOCK) return 'locked-object';
  for (const [key, value] of object.entries()) {
    const verdict = judgeValue(kind, key, value);
    if (verdict !== null) return verdict;
  }
  return null;
}

/** One key of an object that was there before. */
function judgeKey(before: Before, object: SharedType, key: string, { leads }: Hand): RejectionCode | null {
  const old = before.valueAt(object, key);
  const now = valueAt(object, key);
  if (old === now) return null;
  const kind = valueAt(object, 'kind');
  if (!isKind(kind) || isFixed(key) || (kind === 'result' && !PLACING_KEYS.has(key))) return 'invalid-object';
  if (key === 'lock' && now === LEADERS_LOCK && !leads) return 'locked-object';
  // A text that is put in place of another loses what people are writing in the old one.
  if (old instanceof Y.Text) return 'invalid-object';
  if (now === undefined && isRequired(key)) return 'invalid-object';
  return judgeValue(kind satisfies Kind, key, now);
}

const isFixed = (key: string): boolean => FIXED_KEYS.some((fixed) => fixed === key);
const isRequired = (key: string): boolean => REQUIRED_KEYS.some((required) => required === key);

/** The map of entries counts what has been deleted too, so only when it is beyond the limit is an exact count needed. */
const isFull = (objects: SharedType): boolean =>
  objects._map.size > PAGE_OBJECTS_MAX &&
  [...objects._map.values()].filter((item) => !item.deleted).length > PAGE_OBJECTS_MAX;

function valueAt(type: SharedType, key: string): unknown {
  const item = type._map.get(key);
  return item === undefined || item.deleted ? undefined : valueOf(item);
}

const valueOf = (item: Y.Item): unknown => (item.content.getContent() as unknown[]).at(-1);

/** Looks through a transaction at the values before it. */
class Before {
  readonly #state: ReadonlyMap<number, number>;

  constructor(transaction: Y.Transaction) {
    this.#state = transaction.beforeState;
  }

  /** The values of a key hang on a chain with the latest at its end; what the transaction has put there is newer than its start. */
  valueAt(type: SharedType, key: string): unknown {
    let item = type._map.get(key) ?? null;
    while (item !== null && item.id.clock >= (this.#state.get(item.id.client) ?? 0)) item = item.left;
    // What had been deleted before has been collected since.
    return item === null || item.content instanceof Y.ContentDeleted ? undefined : valueOf(item);
  }
}
