import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const SERVER_BUNDLE = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
  'dist',
  'server',
  'main.js',
);
const START_TIMEOUT_MS = 30_000;

/** The built server as a process of its own, on loopback, with a data directory that outlives its kills. */
export class ServerProcess {
  readonly #directory: string;
  readonly #args: readonly string[];
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | null = null;
  port = 0;
  leaderSecret = '';
  output = '';

  private constructor(directory: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#directory = directory;
    this.#args = args;
    this.#env = env;
  }

  static async start(
    options: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
  ): Promise<ServerProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'vagval-server-'));
    const server = new ServerProcess(directory, options.args ?? [], options.env ?? {});
    await server.restart();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get directory(): string {
    return this.#directory;
  }

  /** Starts it again on the same port and data. */
  async restart(): Promise<void> {
    const args = ['--host', '127.0.0.1', '--port', String(this.port), '--data', this.#directory, '--quiet'];
    const child = spawn(process.execPath, [SERVER_BUNDLE, ...args, ...this.#args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#env },
    });
    this.#child = child;
    this.output = '';
    const greeted = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no greeting:\n${this.output}`)), START_TIMEOUT_MS);
      const read = (chunk: Buffer): void => {
        this.output += chunk.toString();
        const greeting = /http:\/\/localhost:(\d+)\/leader#(\S+)/.exec(this.output);
        if (greeting === null) return;
        clearTimeout(timer);
        this.port = Number(greeting[1]);
        this.leaderSecret = greeting[2] ?? '';
        resolve();
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${this.output}`)));
    });
    await greeted;
  }

  /** As a power cut of the process: no goodbye, no flush. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.#directory, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }
}
