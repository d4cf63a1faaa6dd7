import type { Worker } from 'node:worker_threads';
import { StorageError } from '../storage-error.ts';
import type {
  LogUnit,
  SqliteMessage,
  SqliteReply,
  SqliteRequest,
  SqlStatement,
  SqlValue,
  UnitOutcome,
} from './sqlite-protocol.ts';

interface Pending {
  readonly resolve: (outcomes: readonly UnitOutcome[]) => void;
  readonly reject: (error: StorageError) => void;
}

/** Pairs requests with replies. When the worker is gone, everything under way and everything later rejects. */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #gone: StorageError | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: SqliteReply) => {
      this.#settle(reply);
    });
    worker.on('error', (error) => {
      this.#fail(new StorageError('closed', 'The database worker failed', { cause: error }));
    });
    worker.on('exit', () => {
      this.#fail(new StorageError('closed', 'The database is closed'));
    });
  }

  ask(request: SqliteRequest): Promise<readonly UnitOutcome[]> {
    return new Promise((resolve, reject) => {
      if (this.#gone !== null) {
        reject(this.#gone);
        return;
      }
      const message: SqliteMessage = { id: ++this.#lastId, request: ownBytes(request) };
      this.#pending.set(message.id, { resolve, reject });
      this.#worker.postMessage(message);
    });
  }

  #settle({ id, outcomes }: SqliteReply): void {
    this.#pending.get(id)?.resolve(outcomes);
    this.#pending.delete(id);
  }

  #fail(reason: StorageError): void {
    this.#gone ??= reason;
    for (const { reject } of this.#pending.values()) reject(this.#gone);
    this.#pending.clear();
  }
}

/**
 * An array that is a view of something larger (a socket's receive buffer, Node's buffer pool) would take all of that
 * along into the worker, so each is cut out first.
 */
function ownBytes(request: SqliteRequest): SqliteRequest {
  switch (request.kind) {
    case 'run':
      return { kind: 'run', statement: withOwnBytes(request.statement) };
    case 'transact':
      return { kind: 'transact', units: request.units.map((unit) => unit.map(withOwnBytes)) };
    case 'append':
      return { kind: 'append', units: request.units.map((unit) => unit.map(withOwnUpdates)) };
    case 'rollback':
    case 'close':
      return request;
  }
}

const withOwnBytes = (statement: SqlStatement): SqlStatement => ({
  ...statement,
  params: statement.params.map(cutOut),
});

const withOwnUpdates = (unit: LogUnit): LogUnit => ({ ...unit, rows: unit.rows.map(cutOut) });

function cutOut<T extends SqlValue>(value: T): T | Uint8Array {
  if (!(value instanceof Uint8Array)) return value;
  const ownsItAll = value.byteLength === value.buffer.byteLength && !Buffer.isBuffer(value);
  return ownsItAll ? value : new Uint8Array(value);
}
