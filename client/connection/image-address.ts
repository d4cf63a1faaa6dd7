import type { WorkshopId } from '#shared/kernel/ids.ts';

/** Where a picture of a page is fetched from; `null` for what cannot be a picture's hash. */
export const imageAddress = (workshop: WorkshopId, page: string, hash: unknown): string | null =>
  typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash)
    ? `/api/workshops/${encodeURIComponent(workshop)}/pages/${encodeURIComponent(page)}/files/${hash}`
    : null;
