import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CommitAppends } from '../kysely-update-log.ts';
import type { LogAppend } from '../update-log.ts';
import { storageErrorOf, type SqliteDatabase } from './sqlite-database.ts';
import type { LogUnit, StatementResult, UnitOutcome } from './sqlite-protocol.ts';

/** A group is one message to the worker and one transaction there; each append is a unit of it. */
export function sqliteCommitAppends(database: SqliteDatabase): CommitAppends {
  return async (group) => {
    const outcomes = await database.append(group.map((batch) => batch.map(unitOf)));
    return outcomes.map(lastSequences);
  };
}

const unitOf = ({ document, claims, rows }: LogAppend): LogUnit => ({
  document,
  claims: claims.flatMap(({ client, seat }) => [client, seat]),
  rows: rows.flatMap(({ at, seat, kind, update }) => [at, seat, kind, update]),
});

function lastSequences(outcome: UnitOutcome): Result<ReadonlyMap<string, number>, Error> {
  if (!outcome.ok) return err(storageErrorOf(outcome.fault));
  return ok(new Map(outcome.results.flatMap(advanced)));
}

const advanced = ({ rows }: StatementResult): readonly [string, number][] =>
  rows.map(({ id, seq }) => [String(id), Number(seq)]);
