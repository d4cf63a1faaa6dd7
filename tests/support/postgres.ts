import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

const SUPERUSER = 'vagval';
/** Written by PostgreSQL when it listens. */
const READY = 'database system is ready to accept connections';

/** A PostgreSQL server of our own on loopback, with a data directory that is gone when it stops. */
export interface PostgresServer {
  readonly pid: number;
  /** A new, empty database; returns its URL. */
  createDatabase(): Promise<string>;
  /** Ends every connection at once, as a crash does, and starts again on the same data. */
  restart(pauseMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Throws when PostgreSQL is not installed: what is tested on it must not be skipped unseen. */
export async function startPostgres({ isDurable = false } = {}): Promise<PostgresServer> {
  const binaries = findBinaries();
  const user = unprivilegedUser();
  const directory = await mkdtemp(join(tmpdir(), 'vagval-postgres-'));
  if (user !== null) chownSync(directory, user.uid, user.gid);
  const data = join(directory, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(
      join(binaries, 'postgres'),
      // Usually without sync: tests kill processes, never the machine.
      [
        '-D',
        data,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-k',
        '',
        '-c',
        `fsync=${isDurable ? 'on' : 'off'}`,
      ],
      { ...user, cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    await ready(started);
    return started;
  };
  let server = await start();
  const endWithUs = () => server.kill('SIGQUIT');
  process.once('exit', endWithUs);
  let databases = 0;
  return {
    get pid() {
      return server.pid ?? 0;
    },
    async createDatabase() {
      const name = `test_${++databases}`;
      await withClient(urlOf(port, 'postgres'), (client) => client.query(`CREATE DATABASE ${name}`));
      return urlOf(port, name);
    },
    async restart(pauseMs) {
      await ended(server, 'SIGQUIT');
      await wait(pauseMs);
      server = await start();
    },
    async stop() {
      process.off('exit', endWithUs);
      // Fast shutdown: does not wait for clients.
      await ended(server, 'SIGINT');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** A connection aside from the server's own, for one piece of work. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const urlOf = (port: number, database: string) => `postgres://${SUPERUSER}@127.0.0.1:${port}/${database}`;

/** The directory with `initdb` and `postgres`: `POSTGRES_BIN`, Debian's newest, or one on the path. */
function findBinaries(): string {
  const found = [
    process.env['POSTGRES_BIN'],
    ...debianDirectories(),
    ...(process.env['PATH'] ?? '').split(':'),
  ].find((directory) => directory !== undefined && existsSync(join(directory, 'initdb')));
  if (found !== undefined) return found;
  throw new Error(
    'PostgreSQL is not installed, and the stores are tested on a real one. Debian: apt-get install postgresql. ' +
      'Elsewhere: set POSTGRES_BIN to the directory that holds initdb and postgres.',
  );
}

function debianDirectories(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .toSorted((one, other) => Number(other) - Number(one))
    .map((version) => join(root, version, 'bin'));
}

/** PostgreSQL refuses to run as root; then it runs as the user its package made. `null`: as ourselves. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(READY)) resolve();
    });
    server.once('exit', () => {
      reject(new Error(`PostgreSQL did not start:\n${said}`));
    });
  });
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => {
      resolve();
    });
    server.kill(signal);
  });
}
