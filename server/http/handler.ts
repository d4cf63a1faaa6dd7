import type { Request, RequestHandler, Response } from 'express';
import * as v from 'valibot';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ERROR_STATUS, type ErrorKind } from '#shared/protocol/error-kind.ts';
import { languageOf } from './context.ts';
import { errorBody } from './refusal.ts';

/** What a route answers: a body (or `null` for 204), or a kind of refusal. */
export type Answer = Result<object | null, ErrorKind>;

/** A route as a function from request to answer. The response is handed in for cookies only. */
export const handle =
  (route: (request: Request, response: Response) => Promise<Answer> | Answer): RequestHandler =>
  async (request, response) => {
    const answer = await route(request, response);
    if (!answer.ok) {
      refuse(request, response, answer.error);
      return;
    }
    response.set('cache-control', 'no-store');
    if (answer.value === null) response.status(204).end();
    else response.json(answer.value);
  };

export function refuse(request: Request, response: Response, kind: ErrorKind): void {
  response
    .status(ERROR_STATUS[kind])
    .set('cache-control', 'no-store')
    .json({ error: errorBody(kind, languageOf(request)) });
}

/** The request's body, if it is of the documented form. */
export function readBody<T extends v.GenericSchema>(
  schema: T,
  request: Request,
): Result<v.InferOutput<T>, 'malformed'> {
  const parsed = v.safeParse(schema, request.body);
  return parsed.success ? ok(parsed.output) : err('malformed');
}
