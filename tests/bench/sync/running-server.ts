/** A server that has been started, as the generator knows it. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** What it has printed while starting. */
  readonly greeting: string;
  /** Where it writes its memory use when asked. */
  readonly memoryFile: string;
}
