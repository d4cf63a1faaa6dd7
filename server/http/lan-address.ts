import { networkInterfaces } from 'node:os';

/** This machine's address on the local network, or `null` when it has none: what phones in the room connect to. */
export function lanAddress(): string | null {
  for (const addresses of Object.values(networkInterfaces())) {
    for (const address of addresses ?? []) {
      if (address.family === 'IPv4' && !address.internal) return address.address;
    }
  }
  return null;
}
