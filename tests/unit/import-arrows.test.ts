import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const IMPORT = /(?:^|[^\w.])(?:from\s*|import\s*\(?\s*)['"]([^'"\n]+)['"]/g;

/** Source files by path from the root, with what each imports of ours. Types count: they bind just as much. */
const graph = new Map(sourceFiles().map((file) => [file, importsOf(file)]));

test('shared imports nothing of ours but shared, and no platform', () => {
  for (const [file, imports] of filesUnder('shared')) {
    expect(
      imports.ours.filter((path) => !path.startsWith('shared/')),
      file,
    ).toEqual([]);
    expect(
      imports.packages.filter((name) => name.startsWith('node:')),
      file,
    ).toEqual([]);
  }
});

test('server and client import shared and themselves, never each other', () => {
  for (const side of ['server', 'client']) {
    for (const [file, imports] of filesUnder(side)) {
      const foreign = imports.ours.filter(
        (path) => !path.startsWith(`${side}/`) && !path.startsWith('shared/'),
      );
      expect(foreign, file).toEqual([]);
    }
  }
});

test('only shared/content, the sync engine, history and the client models know Yjs', () => {
  const allowed =
    /^(shared\/content|shared\/modules\/templates|server\/(sync|storage|history)|client\/(connection|model|board|modules\/fields))\//;
  for (const [file, imports] of graph) {
    if (imports.packages.some((name) => name === 'yjs')) expect(file).toMatch(allowed);
  }
});

test('the environment is read in server/config only', () => {
  for (const [file] of filesUnder('server')) {
    if (file.startsWith('server/config/') || file.startsWith('server/launch/') || file === 'server/main.ts')
      continue;
    expect(readFileSync(join(ROOT, file), 'utf8'), file).not.toMatch(/process\.env/);
  }
});

test('there is no import cycle', () => {
  expect(findCycle()).toEqual([]);
});

test('the graph is not empty, so that the tests above mean something', () => {
  expect(graph.size).toBeGreaterThan(100);
  expect(graph.get('server/session/session-service.ts')?.ours).toContain('shared/session/evolve.ts');
});

function findCycle(): readonly string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): readonly string[] => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return [];
    path.push(file);
    for (const next of graph.get(file)?.ours ?? []) {
      const cycle = visit(next);
      if (cycle.length > 0) return cycle;
    }
    path.pop();
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const cycle = visit(file);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function filesUnder(side: string) {
  return [...graph].filter(([file]) => file.startsWith(`${side}/`));
}

function sourceFiles(): readonly string[] {
  return ['shared', 'server', 'client'].flatMap((side) =>
    readdirSync(join(ROOT, side), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => !path.includes('node_modules')),
  );
}

function importsOf(file: string): { readonly ours: readonly string[]; readonly packages: readonly string[] } {
  const ours: string[] = [];
  const packages: string[] = [];
  for (const [, specifier = ''] of readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT)) {
    if (specifier.startsWith('#')) ours.push(specifier.slice(1));
    else if (specifier.startsWith('.')) ours.push(normalize(join(dirname(file), specifier)));
    else packages.push(specifier);
  }
  return { ours, packages };
}
