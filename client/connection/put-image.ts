import { language, messages } from '#client/model/messages.svelte.ts';
import { err } from '#shared/kernel/result.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';
import type { StoredImage } from '#shared/protocol/http.ts';
import { readReply, type Reply } from './http-client.ts';

/** A picture on a slow line; the server waits no longer either. */
const PATIENCE_MS = 60_000;

/**
 * Puts a picture beside a page; the board then refers to it by its hash. Never rejects. Apart from the client that every view has, since
 * only the board has need of it.
 */
export async function putImage(workshop: WorkshopId, page: string, image: Blob): Promise<Reply<StoredImage>> {
  const path = `/api/workshops/${encodeURIComponent(workshop)}/pages/${encodeURIComponent(page)}/files`;
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'accept-language': language(), 'content-type': image.type },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(PATIENCE_MS),
      body: image,
    });
    return await readReply<StoredImage>(response);
  } catch {
    return err({ kind: 'no-connection', text: messages('common').noConnection });
  }
}
