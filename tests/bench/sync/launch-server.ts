import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Contender, Place } from './contender.ts';
import { keepServerOffLastCore } from './machine/cores.ts';
import type { RunningServer } from './running-server.ts';

const MEMORY_PROBE = join(dirname(fileURLToPath(import.meta.url)), 'machine', 'memory-probe.mjs');
const START_TIMEOUT_MS = 20_000;
const LOOK_EVERY_MS = 25;

export interface LaunchedServer extends RunningServer {
  /** All it has printed so far. */
  output(): string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** Starts the server; `nodeFlags` are for looking into it. */
export async function launchServer(
  contender: Contender,
  place: Place,
  nodeFlags: readonly string[] = [],
): Promise<LaunchedServer> {
  const { file, args, env } = contender.launch(place);
  const memoryFile = join(place.directory, 'memory.json');
  const probe = ['--import', pathToFileURL(MEMORY_PROBE).href];
  const child = spawn(process.execPath, [...nodeFlags, ...probe, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', BENCH_MEMORY_FILE: memoryFile, ...env },
  });
  let output = '';
  const read = (chunk: Buffer): void => void (output += chunk.toString());
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const pid = child.pid ?? 0;
  keepServerOffLastCore(pid);
  await listening(contender, child, place.port, () => output);
  // What it prints goes out about when it begins to listen.
  await wait(LOOK_EVERY_MS);
  return {
    port: place.port,
    pid,
    greeting: output,
    memoryFile,
    output: () => output,
    kill: (signal) => end(child, signal),
  };
}

async function listening(
  contender: Contender,
  child: ChildProcess,
  port: number,
  output: () => string,
): Promise<void> {
  const until = performance.now() + START_TIMEOUT_MS;
  while (!(await isTaken(port))) {
    if (child.exitCode !== null || performance.now() > until) {
      await end(child, 'SIGKILL');
      throw new Error(`${contender.title} did not start:\n${output()}`);
    }
    await wait(LOOK_EVERY_MS);
  }
}

const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (taken: boolean): void => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

/** A port nobody has now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
