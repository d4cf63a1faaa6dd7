import { err, ok, type Result } from '#shared/kernel/result.ts';
import { StorageError } from '../storage-error.ts';
import type { LogAppend, LogRow } from '../update-log.ts';

/** What the log knows of the documents of a group, held still by locks on them. */
export interface LockedDocuments {
  /** Each document's last sequence; without those that do not exist. */
  readonly sequences: ReadonlyMap<string, number>;
  /** Seats of those client ids that the group claims and that have one. */
  readonly owners: readonly Claim[];
}

export interface Claim {
  readonly document: string;
  readonly client: number;
  readonly seat: string;
}

export interface AppendPlan {
  /** One per append, in their order. */
  readonly outcomes: readonly Result<ReadonlyMap<string, number>, StorageError>[];
  readonly rows: readonly (LogRow & { readonly document: string })[];
  readonly claims: readonly Claim[];
  /** The new last sequence of every document that has new rows. */
  readonly sequences: ReadonlyMap<string, number>;
}

/** Numbers the rows of a group of appends and sorts out those that break a rule, each as a whole. */
export function planAppends(group: readonly (readonly LogAppend[])[], locked: LockedDocuments): AppendPlan {
  const plan = new Plan(locked);
  const outcomes = group.map((batch) => plan.add(batch));
  return { outcomes, rows: plan.rows, claims: plan.claims, sequences: plan.moved };
}

class Plan {
  readonly rows: (LogRow & { readonly document: string })[] = [];
  readonly claims: Claim[] = [];
  readonly moved = new Map<string, number>();
  readonly #before: ReadonlyMap<string, number>;
  readonly #seats: Map<string, string>;

  constructor({ sequences, owners }: LockedDocuments) {
    this.#before = sequences;
    this.#seats = new Map(owners.map((owner) => [keyOf(owner), owner.seat]));
  }

  add(batch: readonly LogAppend[]): Result<ReadonlyMap<string, number>, StorageError> {
    const unknown = batch.find(({ document }) => !this.#before.has(document));
    if (unknown !== undefined) return err(new StorageError('unknown-document', unknown.document));
    const claims = batch.flatMap(({ document, claims }) => claims.map((claim) => ({ document, ...claim })));
    const seats = new Map(this.#seats);
    for (const claim of claims) {
      const seat = seats.get(keyOf(claim)) ?? claim.seat;
      if (seat !== claim.seat) return err(new StorageError('client-id-taken', keyOf(claim)));
      seats.set(keyOf(claim), seat);
    }
    return ok(this.#accept(batch, claims));
  }

  #accept(batch: readonly LogAppend[], claims: readonly Claim[]): ReadonlyMap<string, number> {
    for (const claim of claims) {
      if (!this.#seats.has(keyOf(claim))) this.claims.push(claim);
      this.#seats.set(keyOf(claim), claim.seat);
    }
    for (const { document, rows } of batch) {
      for (const row of rows) this.rows.push({ ...row, document, seq: this.#next(document) });
    }
    return new Map(batch.map(({ document }) => [document, this.#last(document)]));
  }

  #next(document: string): number {
    const seq = this.#last(document) + 1;
    this.moved.set(document, seq);
    return seq;
  }

  #last(document: string): number {
    return this.moved.get(document) ?? this.#before.get(document) ?? 0;
  }
}

/** Document ids hold no spaces. */
const keyOf = ({ document, client }: { readonly document: string; readonly client: number }) =>
  `${document} ${client}`;
