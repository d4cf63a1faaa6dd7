import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, type PostgresServer } from '../../support/postgres.ts';
import { RedisServer } from '../../support/redis.ts';
import type { Contender } from '../sync/contender.ts';
import { freePort, launchServer, type LaunchedServer } from '../sync/launch-server.ts';
import { keepServerOffLastCore } from '../sync/machine/cores.ts';
import { vagvalServer } from '../sync/servers/vagval.ts';

const KEY = 'a-key-that-all-of-the-servers-have-been-given';

/** So many servers with a database and a Redis of their own, all on the cores that the generator has not. */
export interface Machinery {
  readonly contender: Contender;
  readonly nodes: readonly LaunchedServer[];
  readonly postgresPid: number;
  readonly redisPid: number;
  stop(): Promise<void>;
}

export async function startMachinery(count: number): Promise<Machinery> {
  // Durable: what a commit costs is part of what is measured.
  const [postgres, redis] = await Promise.all([startPostgres({ isDurable: true }), RedisServer.start()]);
  for (const pid of [postgres.pid, redis.pid]) keepServerOffLastCore(pid);
  const contender = onDatabase(await postgres.createDatabase(), redis.url);
  const directories: string[] = [];
  const nodes: LaunchedServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.kill('SIGTERM')));
    await stopStores(postgres, redis);
    await Promise.all(directories.map((directory) => rm(directory, { recursive: true, force: true })));
  };
  try {
    for (let at = 0; at < count; at += 1) {
      const directory = await mkdtemp(join(tmpdir(), 'vagval-bench-'));
      directories.push(directory);
      nodes.push(await launchServer(contender, { port: await freePort(), directory, persistent: true }));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { contender, nodes, postgresPid: postgres.pid, redisPid: redis.pid, stop };
}

const onDatabase = (databaseUrl: string, redisUrl: string): Contender => ({
  ...vagvalServer,
  launch: (place) => {
    const { file, args, env } = vagvalServer.launch(place);
    const shared = ['--database-url', databaseUrl, '--redis-url', redisUrl, '--leader-key', KEY];
    return { file, args: [...args, ...shared], env };
  },
});

async function stopStores(postgres: PostgresServer, redis: RedisServer): Promise<void> {
  await Promise.all([postgres.stop(), redis.kill()]);
}
