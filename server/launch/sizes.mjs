// Adds up what the first visits download, from the built page and Vite's manifest. tests/e2e/first-load.test.ts holds it against Chromium.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Views people meet first, as the modules that are imported dynamically on the way there; the page itself names the rest. Budgets in kB
 * of JavaScript (brotli), for everything from the first byte on.
 */
const VISITS = [
  { name: 'join view', budget: 60, modules: ['texts/sv-entrance.ts'] },
  {
    // Cards on screen, their forms in hand, and a call to vote above them.
    name: "phone's workshop view",
    budget: 120,
    modules: [
      'texts/sv-entrance.ts',
      'views/door/WorkshopDoor.svelte',
      'views/workshop/WorkshopScreen.svelte',
      'texts/sv-workshop.ts',
      'views/phone/PhoneLayout.svelte',
      'model/page-model.svelte.ts',
      'modules/cards/PageCards.svelte',
      'modules/voting/VoteCallout.svelte',
      '../shared/i18n/sv/voting.ts',
    ],
  },
  {
    // Read by many who never were in the workshop: it must not bring the workshop's code along.
    name: 'review document',
    budget: 70,
    modules: [
      'texts/sv-entrance.ts',
      'views/review/ReviewView.svelte',
      '../shared/i18n/sv/review.ts',
      'texts/sv-workshop.ts',
      '../shared/i18n/sv/voting.ts',
      '../shared/i18n/sv/board.ts',
    ],
  },
];

/** One line a visit: JavaScript against its budget, then the styles. Throws when a named module is not in the build. */
export async function sizes(directory) {
  return (await visits(directory)).map(({ name, budget, scripts, kilobytes, stylesKilobytes }) => {
    const verdict = kilobytes < budget ? 'within' : 'OVER';
    return (
      `${name}: ${kilobytes.toFixed(1)} kB JavaScript in ${scripts.length} files, ${stylesKilobytes.toFixed(1)} kB CSS (brotli); ` +
      `${verdict} the budget of ${budget} kB`
    );
  });
}

/** Each visit with the scripts it downloads, as paths from the built pages' directory. */
export async function visits(directory) {
  const manifest = JSON.parse(await readFile(join(directory, '.vite', 'manifest.json'), 'utf8'));
  const page = await readFile(join(directory, 'index.html'), 'utf8');
  return Promise.all(
    VISITS.map(async ({ name, budget, modules }) => {
      const files = [...new Set([...namedIn(page), ...filesOf(manifest, modules)])];
      const scripts = files.filter((file) => file.endsWith('.js'));
      const styles = files.filter((file) => file.endsWith('.css'));
      return {
        name,
        budget,
        scripts,
        kilobytes: await total(directory, scripts),
        stylesKilobytes: await total(directory, styles),
      };
    }),
  );
}

/** Scripts and styles that the page itself asks for. */
const namedIn = (page) => [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);

/** The files of the modules, with what they import statically. */
function filesOf(manifest, modules) {
  const files = new Set();
  const add = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined) throw new Error(`sizes: ${key} is not in the build`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const module of modules) add(module);
  return files;
}

async function total(directory, files) {
  const bytes = await Promise.all(
    files.map(async (file) => (await stat(join(directory, `${file}.br`))).size),
  );
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}
