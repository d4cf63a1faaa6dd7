import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { must } from '#shared/kernel/assert.ts';
import { helpText } from '#server/config/options.ts';
import { copiedInto, instructionsIn, stagesIn } from './dockerfile.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const NODES = ['node-1', 'node-2'];
/** What `EXPOSE` and the servers' own default say. */
const PORT = 8080;

const service = v.strictObject({
  build: v.optional(v.string()),
  image: v.optional(v.pipe(v.string(), v.regex(/:[\w.-]+$/, 'an image without a version'))),
  restart: v.literal('unless-stopped'),
  command: v.optional(v.array(v.string())),
  stop_grace_period: v.optional(v.pipe(v.string(), v.regex(/^\d+s$/))),
  environment: v.optional(v.record(v.string(), v.string())),
  ports: v.optional(v.array(v.pipe(v.string(), v.regex(/^\d+:\d+$/)))),
  volumes: v.optional(v.array(v.pipe(v.string(), v.regex(/^[^:]+:\/[^:]+(:ro)?$/)))),
  healthcheck: v.optional(v.strictObject({ test: v.array(v.string()), interval: v.string() })),
  depends_on: v.optional(
    v.record(v.string(), v.strictObject({ condition: v.picklist(['service_healthy', 'service_started']) })),
  ),
});
const composeFile = v.object({
  services: v.record(v.string(), service),
  volumes: v.record(v.string(), v.nullable(v.object({}))),
});

describe('compose.yaml', () => {
  const { services, volumes } = v.parse(composeFile, parse(read('compose.yaml'), { merge: true }));
  const named = (name: string) => must(services[name], name);

  test('starts two equal servers, a proxy, PostgreSQL and Redis', () => {
    expect(Object.keys(services).sort()).toEqual([...NODES, 'postgres', 'proxy', 'redis']);
    expect(named('node-2')).toEqual(named('node-1'));
  });

  test('sets nothing on the servers that they do not know', () => {
    const settings = Object.keys(named('node-1').environment ?? {});
    expect(settings).toEqual(
      expect.arrayContaining(['DATABASE_URL', 'REDIS_URL', 'LEADER_KEY', 'TRUST_PROXY']),
    );
    for (const name of settings) expect(helpText()).toContain(`[${name}]`);
  });

  test('points the servers to its own PostgreSQL and Redis', () => {
    const { DATABASE_URL, REDIS_URL } = named('node-1').environment ?? {};
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = named('postgres').environment ?? {};
    expect(DATABASE_URL).toBe(
      `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@postgres:5432/${POSTGRES_DB}`,
    );
    expect(REDIS_URL).toBe('redis://redis:6379');
  });

  test('waits only for services that there are, and for health only where it is looked after', () => {
    for (const { depends_on: needs = {} } of Object.values(services))
      for (const [name, { condition }] of Object.entries(needs)) {
        const needed = named(name);
        if (condition === 'service_healthy')
          expect(needed.healthcheck !== undefined || needed.build !== undefined).toBe(true);
      }
  });

  test('mounts files that there are, and volumes that it declares', () => {
    for (const { volumes: mounts = [] } of Object.values(services))
      for (const mount of mounts) {
        const [source = ''] = mount.split(':');
        expect(source.startsWith('./') ? existsSync(join(ROOT, source)) : source in volumes).toBe(true);
      }
  });

  test('opens only the proxy’s port', () => {
    const open = Object.entries(services).filter(([, { ports = [] }]) => ports.length > 0);
    expect(open.map(([name, { ports }]) => [name, ports])).toEqual([['proxy', ['8080:80']]]);
  });
});

describe('the proxy', () => {
  const config = read('server/launch/proxy.conf');

  test('knows every server of compose.yaml', () => {
    const servers = [...config.matchAll(/^\s*server ([\w-]+):(\d+)/gm)].map(([, name, port]) => [name, port]);
    expect(servers).toEqual(NODES.map((name) => [name, String(PORT)]));
  });

  test('finds the workshop in every kind of address that has one', () => {
    const patterns = [...config.matchAll(/^\s+~(\S+) \$id;$/gm)].map(
      ([, pattern = '']) => new RegExp(pattern),
    );
    const workshopIn = (address: string) =>
      patterns.map((pattern) => pattern.exec(address)?.groups?.['id']).find((id) => id !== undefined);
    for (const address of [
      '/sync/w1/page/inventory~1?since=4',
      '/api/workshops/w1',
      '/api/workshops/w1/pages/inventory/state',
      '/socket.io/?workshop=w1&EIO=4&transport=websocket',
      '/socket.io/?EIO=4&transport=polling&workshop=w1&sid=x',
    ])
      expect(workshopIn(address)).toBe('w1');
    expect(workshopIn('/api/workshops')).toBeUndefined();
    expect(workshopIn('/assets/app.js')).toBeUndefined();
  });
});

describe('the Dockerfile', () => {
  const text = read('Dockerfile');
  const [build = [], run = []] = stagesIn(text);

  test('uses instructions that there are', () => {
    const known = 'FROM WORKDIR COPY RUN ENV VOLUME USER EXPOSE HEALTHCHECK CMD'.split(' ');
    for (const { name } of instructionsIn(text)) expect(known).toContain(name);
  });

  test('copies files that there are, and the build context has', () => {
    const context = read('.dockerignore').trim().split('\n');
    expect(context[0]).toBe('*');
    for (const file of copiedInto(build)) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      expect(context).toContain(`!${file}`);
    }
    expect(copiedInto(run)).toEqual([]);
  });

  test('copies all that is built from', () => {
    const sources = /const SOURCES = \[([^\]]+)\]/.exec(read('server/launch/build.mjs'))?.[1] ?? '';
    const names = [...sources.matchAll(/'([^']+)'/g)].map(([, name]) => name);
    expect(copiedInto(build)).toEqual(expect.arrayContaining(names));
  });

  test('takes from the first stage what the second one runs, and runs it as nobody in particular', () => {
    expect(build[0]?.words).toContain('AS');
    const taken = run.filter(({ name }) => name === 'COPY').map(({ words }) => words.slice(0, 2).join(' '));
    expect(taken).toEqual(
      ['package.json', 'node_modules', 'dist'].map((file) => `--from=build /app/${file}`),
    );
    const command = run.findLast(({ name }) => name === 'CMD')?.words.join(' ') ?? '';
    expect(JSON.parse(command)).toEqual(['node', 'dist/server/main.js', '--quiet']);
    expect(run.find(({ name }) => name === 'USER')?.words).toEqual(['node']);
    expect(run.find(({ name }) => name === 'EXPOSE')?.words).toEqual([String(PORT)]);
    expect(helpText()).toContain(`(default ${PORT})`);
  });
});
