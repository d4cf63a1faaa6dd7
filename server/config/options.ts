import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Everything that can be set, by flag or by environment; the only reader of the environment. */
export interface Options {
  readonly host: string;
  readonly port: number;
  readonly dataDirectory: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  /** The leader's key, when it is not the one in the data folder: servers that share a database share it. */
  readonly leaderKey: string | null;
  readonly publicUrl: string | null;
  readonly trustProxy: boolean;
  readonly metrics: 'local' | 'all' | 'nobody';
  readonly demo: boolean;
  readonly dev: boolean;
  readonly help: boolean;
  /** Print the address only, without the QR code. */
  readonly quiet: boolean;
}

interface Option {
  readonly flag: string;
  readonly variable: string | null;
  readonly type: 'string' | 'boolean';
  readonly fallback: string;
  readonly help: string;
}

const OPTIONS = {
  host: option('host', 'HOST', 'string', '0.0.0.0', 'address to listen on; 127.0.0.1 for this machine only'),
  port: option('port', 'PORT', 'string', '8080', 'port to listen on; 0 for any free one'),
  dataDirectory: option('data', 'DATA_DIR', 'string', 'data', 'folder for the database and the leader key'),
  databaseUrl: option(
    'database-url',
    'DATABASE_URL',
    'string',
    '',
    'postgres://… instead of SQLite in the data folder',
  ),
  redisUrl: option(
    'redis-url',
    'REDIS_URL',
    'string',
    '',
    'redis://… between servers that share one PostgreSQL database',
  ),
  leaderKey: option(
    'leader-key',
    'LEADER_KEY',
    'string',
    '',
    'the key of the leader’s link, the same on all servers; 32 characters or more',
  ),
  publicUrl: option(
    'public-url',
    'PUBLIC_URL',
    'string',
    '',
    'address people use, when it is not the one they connect to',
  ),
  trustProxy: option(
    'trust-proxy',
    'TRUST_PROXY',
    'boolean',
    'false',
    'believe the X-Forwarded-* headers of one proxy of yours in front',
  ),
  metrics: option('metrics', 'METRICS', 'string', 'local', 'who may read /metrics: local, all or nobody'),
  demo: option('demo', null, 'boolean', 'false', 'add a demonstration workshop of each template'),
  dev: option('dev', null, 'boolean', 'false', 'serve the pages from source with hot reload'),
  quiet: option('quiet', 'QUIET', 'boolean', 'false', 'print no QR code'),
  help: option('help', null, 'boolean', 'false', 'print this text'),
} as const satisfies Record<keyof Options, Option>;

function option(
  flag: string,
  variable: string | null,
  type: 'string' | 'boolean',
  fallback: string,
  help: string,
): Option {
  return { flag, variable, type, fallback, help };
}

/** Flags win over the environment, the environment over the defaults. Throws a one-line message for the terminal. */
export function readOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Options {
  const { values } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.values(OPTIONS).map(({ flag, type }) => [flag, { type }])),
  });
  const text = (o: Option): string =>
    String(values[o.flag] ?? (o.variable === null ? undefined : env[o.variable]) ?? o.fallback);
  const yes = (o: Option): boolean => ['true', '1', 'yes'].includes(text(o).toLowerCase());
  return {
    host: text(OPTIONS.host),
    port: readPort(text(OPTIONS.port)),
    dataDirectory: resolve(text(OPTIONS.dataDirectory)),
    databaseUrl: text(OPTIONS.databaseUrl) || null,
    redisUrl: text(OPTIONS.redisUrl) || null,
    leaderKey: readLeaderKey(text(OPTIONS.leaderKey)),
    publicUrl: text(OPTIONS.publicUrl).replace(/\/+$/, '') || null,
    trustProxy: yes(OPTIONS.trustProxy),
    metrics: readMetricsFor(text(OPTIONS.metrics)),
    demo: yes(OPTIONS.demo),
    dev: yes(OPTIONS.dev),
    quiet: yes(OPTIONS.quiet),
    help: yes(OPTIONS.help),
  };
}

function readLeaderKey(text: string): string | null {
  if (text === '') return null;
  if (/^[\w-]{32,}$/.test(text)) return text;
  throw new Error('--leader-key needs 32 letters, digits, - or _, or more');
}

function readMetricsFor(text: string): Options['metrics'] {
  if (text === 'local' || text === 'all' || text === 'nobody') return text;
  throw new Error(`--metrics is local, all or nobody, not: ${text}`);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${text}`);
  return port;
}

export function helpText(): string {
  const lines = Object.values(OPTIONS).map((o) => {
    const variable = o.variable === null ? '' : ` [${o.variable}]`;
    const fallback = o.type === 'string' && o.fallback !== '' ? ` (default ${o.fallback})` : '';
    return `  --${o.flag}${o.type === 'string' ? ' VALUE' : ''}${variable}\n      ${o.help}${fallback}`;
  });
  return [
    'Vägval: a real-time workshop whiteboard',
    '',
    'npm start -- [options]',
    'npm run backup -- FILE, npm run restore -- FILE, npm run check',
    '',
    ...lines,
    '',
  ].join('\n');
}
