/**
 * Small choices kept on this device. Storage can be forbidden or full (private windows, policies); a choice that cannot be
 * kept is simply made again next time.
 */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`vagval:${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`vagval:${key}`, value);
  } catch {
    // See above: nothing depends on it.
  }
}
