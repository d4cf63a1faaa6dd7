import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const DIRECTORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'results');

/** Writes `<name>.md` and `<name>.json` beside the other results, and says so. */
export async function writeResults(
  name: string,
  { json, markdown }: { readonly json: unknown; readonly markdown: string },
): Promise<void> {
  const stem = join(DIRECTORY, name);
  await mkdir(DIRECTORY, { recursive: true });
  await write(`${stem}.json`, JSON.stringify(json), 'json');
  await write(`${stem}.md`, markdown, 'markdown');
  console.log(`Written: ${relative(process.cwd(), stem)}.md and .json`);
}

async function write(file: string, text: string, parser: string): Promise<void> {
  const style = await resolveConfig(file);
  await writeFile(file, await format(text, { ...style, plugins: [], parser }));
}
