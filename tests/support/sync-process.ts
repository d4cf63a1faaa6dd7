import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./sync-child.ts', import.meta.url));

/** The sync engine over SQLite in a process that can be killed; `port` 0 takes a free one. */
export class SyncProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(dataDirectory: string, port = 0): Promise<SyncProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, dataDirectory, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      return new SyncProcess(child, Number(line));
    }
    throw new Error('The sync process ended before it listened');
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${this.port}/sync`;
  }

  /** SIGKILL: nothing is said, written or flushed any more. Resolves when the process is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
