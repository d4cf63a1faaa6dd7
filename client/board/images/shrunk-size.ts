interface Size {
  readonly width: number;
  readonly height: number;
}

/** The same shape with no side longer than this; never larger, and never nothing. */
export function shrunkSize({ width, height }: Size, longest: number): Size {
  const share = Math.min(1, longest / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}
