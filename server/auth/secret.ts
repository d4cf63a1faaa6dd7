import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 128 bits, safe in a URL fragment. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** What is stored of a secret. Secrets are random, so one round of SHA-256 is enough. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(a)), Buffer.from(hashSecret(b)));
}
