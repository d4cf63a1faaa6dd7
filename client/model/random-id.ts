import { randomId as randomIdFrom, type RandomBytes } from '#shared/kernel/ids.ts';

/** `getRandomValues` is there over plain HTTP too, where phones on the room's network meet us; `randomUUID` is not. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

export const randomId = (length?: number): string => randomIdFrom(randomBytes, length);
