import express, { Router, type Request, type Response } from 'express';
import { pageDocument } from '#shared/protocol/sync.ts';
import { IMAGE_MAX_BYTES, PAGE_FILES_MAX_BYTES } from '#shared/protocol/limits.ts';
import { pageAccess, type Access } from '#shared/session/permission.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import { reencodeImage } from '#server/files/reencode-image.ts';
import { seatOf, workshopParameter, type HttpContext } from './context.ts';
import { handle, refuse } from './handler.ts';

const HASH = /^[0-9a-f]{64}$/;

/** Pictures of a page, for those who may read it; put there by those who may write on it. */
export function pageFilesRouter(context: HttpContext): Router {
  const router = Router();
  const path = '/workshops/:id/pages/:page/files';

  // Who may not write here is told so before anything of the picture is read.
  router.post(path, async (request, response, next) => {
    const access = await accessOf(context, request);
    if (!access.ok) refuse(request, response, access.error);
    else if (!access.value.write) refuse(request, response, 'forbidden');
    else next();
  });
  router.post(
    path,
    express.raw({ type: () => true, limit: IMAGE_MAX_BYTES }),
    handle(async (request) => {
      const document = documentOf(request);
      if (!Buffer.isBuffer(request.body) || request.body.length === 0) return err('not-an-image');
      if ((await context.files.weight(document)) > PAGE_FILES_MAX_BYTES) return err('files-full');
      const reencoded = await reencodeImage(request.body);
      if (reencoded === null) return err('not-an-image');
      await context.files.keep(document, reencoded.file, context.clock.now());
      return ok(reencoded.image);
    }),
  );

  router.get(`${path}/:hash`, async (request, response) => {
    const access = await accessOf(context, request);
    if (!access.ok) refuse(request, response, access.error);
    else if (!access.value.read) refuse(request, response, 'forbidden');
    else await sendFile(context, request, response);
  });
  return router;
}

async function accessOf(context: HttpContext, request: Request): Promise<Result<Access, ErrorKind>> {
  const id = workshopParameter(request);
  const seat = await seatOf(context, request, id);
  const session = await context.sessions.state(id);
  if (seat === null || session === null) return err('not-signed-in');
  return ok(pageAccess(session, seat, pageOf(request)));
}

async function sendFile(context: HttpContext, request: Request, response: Response): Promise<void> {
  const hash = String(request.params.hash);
  const file = HASH.test(hash) ? await context.files.file(documentOf(request), hash) : null;
  if (file === null) {
    refuse(request, response, 'unknown-file');
    return;
  }
  response.set({
    // Nothing of a page stays in a browser whose owner may be shut out of it later.
    'cache-control': 'private, no-store',
    'content-type': file.type,
    'content-length': String(file.data.length),
    // Opened as a page of its own it is still nothing but a picture.
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(Buffer.from(file.data));
}

const pageOf = (request: Request): string => String(request.params.page);

const documentOf = (request: Request): string => pageDocument(workshopParameter(request), pageOf(request));
