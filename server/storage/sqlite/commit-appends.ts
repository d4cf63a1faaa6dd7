import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { CommitAppends } from '../kysely-update-log.ts';
import type { LogAppend, NewLogRow } from '../update-log.ts';
import { storageErrorOf, type SqliteDatabase } from './sqlite-database.ts';
import type { SqlStatement, SqlUnit, StatementResult, UnitOutcome } from './sqlite-protocol.ts';

/** A group is one message to the worker and one transaction there; each append is a unit of it. */
export function sqliteCommitAppends(database: SqliteDatabase): CommitAppends {
  return async (group) => {
    const outcomes = await database.transact(group.map(unitOf));
    return outcomes.map(lastSequences);
  };
}

const unitOf = (batch: readonly LogAppend[]): SqlUnit => batch.flatMap(statementsOf);

function statementsOf({ document, rows, claims }: LogAppend): readonly SqlStatement[] {
  return [
    ...claims.map((claim) => claimClient(document, claim.client, claim.seat)),
    ...rows.map((row, index) => insertRow(document, index + 1, row)),
    // Last, so that the rows above count from where the log stood.
    advance(document, rows.length),
  ];
}

/** Writes nothing for an unknown document; `advance` is what then fails the unit. */
const insertRow = (document: string, ahead: number, { at, seat, kind, update }: NewLogRow): SqlStatement => ({
  sql: `INSERT INTO document_update (document, seq, at, seat, kind, data)
        SELECT id, seq + ?, ?, ?, ?, ? FROM document WHERE id = ?`,
  params: [ahead, at, seat, kind, update, document],
});

const advance = (document: string, by: number): SqlStatement => ({
  sql: 'UPDATE document SET seq = seq + ? WHERE id = ? RETURNING id, seq',
  params: [by, document],
  oneRow: { otherwise: 'unknown-document' },
});

/** A claim by the seat that has the client already is no change and no fault. */
const claimClient = (document: string, client: number, seat: string): SqlStatement => ({
  sql: `INSERT INTO client_owner (document, client, seat) VALUES (?, ?, ?)
        ON CONFLICT (document, client) DO UPDATE SET seat = excluded.seat WHERE seat = excluded.seat`,
  params: [document, client, seat],
  oneRow: { otherwise: 'client-id-taken' },
});

function lastSequences(outcome: UnitOutcome): Result<ReadonlyMap<string, number>, Error> {
  if (!outcome.ok) return err(storageErrorOf(outcome.fault));
  return ok(new Map(outcome.results.flatMap(advanced)));
}

/** Only `advance` returns rows. */
const advanced = ({ rows }: StatementResult): readonly [string, number][] =>
  rows.map(({ id, seq }) => [String(id), Number(seq)]);
