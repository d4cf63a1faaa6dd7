import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind } from '#shared/content/board-object.ts';
import { goldenObject, readGolden, type GoldenObject } from '../../support/golden-object.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'objects');
const kinds = Object.keys(KINDS) as Kind[];

/** Every version of every kind that was ever stored. Files are added, never changed: workshops of that time are still opened. */
const golden = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenObject) }));

describe('an object of every version ever stored', () => {
  test.each(golden)('is read: $file', (stored) => {
    const read = readGolden(stored);
    expect(read).toMatchObject({ ...stored.object, fields: expect.anything() as unknown });
    // What a later version has added starts empty; nothing that was there is gone.
    expect(read?.fields).toMatchObject(stored.object.fields);
  });

  test.each(kinds)('has a file: %s', async (kind) => {
    const { version } = KINDS[kind];
    const now = `${JSON.stringify(goldenObject(kind), null, 2)}\n`;
    // When this differs, what is stored has changed: the kind needs a next version, a migration, and with them a new file.
    await expect(now).toMatchFileSnapshot(join(FOLDER, `${kind}-v${version}.json`));
  });
});
