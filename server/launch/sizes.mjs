// Reads Vite's manifest and adds up what the first visits download.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Views people meet first, as the modules their entry imports dynamically on the way. Budgets in kB of JavaScript (brotli). */
const VISITS = [
  {
    name: 'join view',
    budget: 60,
    modules: ['index.html', 'views/join/JoinView.svelte'],
    areas: ['common', 'start'],
  },
  {
    name: "phone's workshop view",
    budget: 120,
    modules: [
      'index.html',
      'views/join/JoinView.svelte',
      'views/workshop/WorkshopScreen.svelte',
      'views/phone/PhoneLayout.svelte',
      'modules/cards/PageCards.svelte',
      'modules/voting/PollPanel.svelte',
      'modules/voting/VoteCallout.svelte',
    ],
    areas: ['common', 'start', 'session', 'inventory', 'voting', 'board', 'errors'],
  },
];

/** One line a visit: JavaScript against its budget, then everything else it loads. Throws when a named module is missing. */
export async function sizes(directory) {
  const manifest = JSON.parse(await readFile(join(directory, '.vite', 'manifest.json'), 'utf8'));
  return Promise.all(VISITS.map((visit) => line(directory, manifest, visit)));
}

async function line(directory, manifest, visit) {
  const files = filesOf(manifest, visit);
  const js = await total(
    directory,
    [...files].filter((file) => file.endsWith('.js')),
  );
  const css = await total(
    directory,
    [...files].filter((file) => file.endsWith('.css')),
  );
  const verdict = js <= visit.budget ? 'within' : 'OVER';
  return `${visit.name}: ${js.toFixed(1)} kB JavaScript, ${css.toFixed(1)} kB CSS (brotli); ${verdict} the budget of ${visit.budget} kB`;
}

function filesOf(manifest, visit) {
  const files = new Set();
  const add = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`sizes: ${key} is not in the build`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const module of visit.modules) add(module);
  for (const area of visit.areas) add(`../shared/i18n/sv/${area}.ts`);
  return files;
}

async function total(directory, files) {
  const bytes = await Promise.all(
    files.map(async (file) => (await stat(join(directory, `${file}.br`))).size),
  );
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}
