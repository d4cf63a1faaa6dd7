import { must } from '#shared/kernel/assert.ts';
import { breakableLine, type BreakableLine } from './breakable-line.ts';
import { startPostgres, type PostgresServer } from './postgres.ts';
import { RedisServer } from './redis.ts';
import { ServerProcess } from './server-process.ts';

/** Two equal servers on one PostgreSQL and one Redis, all real and all processes of their own. */
export interface Cluster {
  readonly nodes: readonly [ServerProcess, ServerProcess];
  /** Each server's way to Redis. */
  readonly lines: readonly [BreakableLine, BreakableLine];
  readonly postgres: PostgresServer;
  readonly redis: RedisServer;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export const CLUSTER_KEY = 'a-key-that-all-of-the-servers-have-been-given';

/** Four programs start, on a machine that may have much else to do. */
export const START_MS = 120_000;

export async function startCluster(args: readonly string[] = []): Promise<Cluster> {
  const [postgres, redis] = await Promise.all([startPostgres(), RedisServer.start()]);
  const databaseUrl = await postgres.createDatabase();
  const redisPort = Number(new URL(redis.url).port);
  const lines = await Promise.all([breakableLine(redisPort), breakableLine(redisPort)]);
  // At the same time, as after a power cut: whoever comes first makes the tables.
  const started = await Promise.all(
    lines.map(({ port }) =>
      ServerProcess.start({
        args: [
          ...['--database-url', databaseUrl, '--redis-url', `redis://127.0.0.1:${port}`],
          ...['--leader-key', CLUSTER_KEY, ...args],
        ],
      }),
    ),
  );
  const nodes = [must(started[0], 'a server'), must(started[1], 'a server')] as const;
  return {
    nodes,
    lines,
    postgres,
    redis,
    databaseUrl,
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      await Promise.all([...lines.map((line) => line.stop()), postgres.stop(), redis.kill()]);
    },
  };
}
