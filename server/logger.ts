/** Structured log lines. Data never holds names, texts or secrets: ids, kinds and numbers only. */
export interface Logger {
  info(event: string, data?: LogData): void;
  warn(event: string, data?: LogData): void;
  error(event: string, data?: LogData): void;
}

export type LogData = Readonly<Record<string, string | number | boolean | null | undefined>>;

type Write = (line: string) => void;

/** One JSON object a line. */
export function jsonLogger(write: Write, clock: { now(): number }): Logger {
  const log = (level: string) => (event: string, data?: LogData) => {
    write(JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event, ...data }));
  };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

/** For tests, and for a terminal that shows only what went wrong. */
export const silentLogger: Logger = { info: () => {}, warn: () => {}, error: () => {} };
