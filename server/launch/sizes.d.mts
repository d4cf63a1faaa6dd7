/** What one of the first visits downloads. */
export interface Visit {
  readonly name: string;
  /** In kB of JavaScript (brotli). */
  readonly budget: number;
  /** Paths from the directory of the built pages. */
  readonly scripts: readonly string[];
  readonly kilobytes: number;
  readonly stylesKilobytes: number;
}

export function visits(directory: string): Promise<readonly Visit[]>;
export function sizes(directory: string): Promise<readonly string[]>;
