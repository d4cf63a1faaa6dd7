import { recall, remember } from '#client/model/remembered.ts';
import type { WorkshopId } from '#shared/kernel/ids.ts';

/** The code a workshop was joined with here, so that a browser which lost its seat finds the way back in. */
export const recallCode = (id: WorkshopId): string | null => recall(`code:${id}`);

export const rememberCode = (id: WorkshopId, code: string): void => remember(`code:${id}`, code);
