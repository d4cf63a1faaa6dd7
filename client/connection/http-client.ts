import type { WorkshopId, SeatId } from '#shared/kernel/ids.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isErrorKind, type ErrorBody } from '#shared/protocol/error-kind.ts';
import type {
  CodeLookup,
  Invitation,
  JoinRequest,
  Me,
  NewWorkshop,
  SeatInfo,
  TransferLink,
  WorkshopSummary,
} from '#shared/protocol/http.ts';
import type { ReviewDocument } from '#shared/report/review.ts';
import type { Language } from '#shared/session/workshop-state.ts';

/** What every call comes back with. A refusal has its text in the user's language; `no-connection` when no answer came. */
export type Reply<T> = Result<T, ErrorBody>;

/** A poor link may need this long for a few kilobytes; beyond it nobody believes that anything will come. */
const PATIENCE_MS = 20_000;

/** What stands in an address may come from somebody else's link; it stays in its place. */
const part = encodeURIComponent;

export interface HttpOptions {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly language: () => Language;
  /** The words for an answer that did not come. */
  readonly noConnection: () => string;
}

/** The calls of `shared/protocol/http.ts`. None of them rejects. */
export class HttpClient {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  signInAsLeader = (secret: string): Promise<Reply<null>> => this.#ask('POST', 'leader-session', { secret });

  me = (): Promise<Reply<Me>> => this.#ask('GET', 'me');

  workshops = (): Promise<Reply<readonly WorkshopSummary[]>> => this.#ask('GET', 'workshops');

  createWorkshop = (workshop: NewWorkshop): Promise<Reply<WorkshopSummary>> =>
    this.#ask('POST', 'workshops', workshop);

  lookUpCode = (code: string): Promise<Reply<CodeLookup>> => this.#ask('GET', `codes/${part(code)}`);

  join = (id: WorkshopId, request: JoinRequest): Promise<Reply<SeatInfo>> =>
    this.#ask('POST', `workshops/${part(id)}/seats`, request);

  seat = (id: WorkshopId): Promise<Reply<SeatInfo>> => this.#ask('GET', `workshops/${part(id)}/seat`);

  /** Forgets who this browser is in the workshop. */
  leaveSeat = (id: WorkshopId): Promise<Reply<null>> => this.#ask('DELETE', `workshops/${part(id)}/seat`);

  invitation = (id: WorkshopId): Promise<Reply<Invitation>> =>
    this.#ask('GET', `workshops/${part(id)}/invitation`);

  takeLeaderSeat = (id: WorkshopId, secret: string): Promise<Reply<SeatInfo>> =>
    this.#ask('POST', `workshops/${part(id)}/leader-seats`, { secret });

  /** A link that moves a seat to the device it is opened on: one's own, or for a leader anybody's. */
  transferLink = (id: WorkshopId, seatId?: SeatId): Promise<Reply<TransferLink>> =>
    this.#ask('POST', `workshops/${part(id)}/transfer-links`, seatId === undefined ? {} : { seatId });

  acceptTransfer = (token: string): Promise<Reply<SeatInfo>> => this.#ask('POST', 'transfers', { token });

  /** The saved board, for whoever holds its link. */
  review = (id: WorkshopId, secret: string): Promise<Reply<ReviewDocument>> =>
    this.#ask('POST', `reviews/${part(id)}`, { secret });

  /** The type of the answer is the server's word: it comes from our own origin. */
  async #ask<T>(method: string, path: string, body?: object): Promise<Reply<T>> {
    try {
      const response = await this.#options.fetch(`/api/${path}`, this.#request(method, body));
      return await readReply<T>(response);
    } catch {
      return err(this.#noConnection());
    }
  }

  #request(method: string, body: object | undefined): RequestInit {
    const headers: Record<string, string> = { 'accept-language': this.#options.language() };
    if (body !== undefined) headers['content-type'] = 'application/json';
    return {
      method,
      headers,
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
  }

  #noConnection = (): ErrorBody => ({ kind: 'no-connection', text: this.#options.noConnection() });
}

/**
 * Throws when the answer is not one of ours, such as a proxy's error page or the sign-in page of a hotel's network: that is
 * no contact with the server either.
 */
export async function readReply<T>(response: Response): Promise<Reply<T>> {
  if (response.status === 204) return ok(null as T);
  const body: unknown = await response.json();
  if (response.ok) return ok(body as T);
  return err(readError(body));
}

function readError(body: unknown): ErrorBody {
  const { error } = body as { error?: { kind?: unknown; text?: unknown } };
  if (!isErrorKind(error?.kind) || typeof error.text !== 'string') throw new Error('not an error of ours');
  return { kind: error.kind, text: error.text };
}
