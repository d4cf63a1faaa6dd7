import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSegment, encodeSegment } from '#server/storage/segment-codec.ts';
import type { LogRow } from '#server/storage/update-log.ts';

const ROWS: readonly LogRow[] = [
  { seq: 7, at: 1_700_000_000_000, seat: 'server', kind: 'server', update: Uint8Array.of(0, 0) },
  { seq: 8, at: 1_700_000_000_250, seat: 'alice', kind: 'edit', update: Uint8Array.of(1, 2, 3) },
  // A clock that was set back.
  { seq: 9, at: 1_699_999_999_000, seat: 'bob', kind: 'revert', update: new Uint8Array() },
];

/** Version 1 as it was first shipped: whatever writes segments later, these have to be read. */
const VERSION_1 = {
  data: Buffer.from('ixWAAQMGc2VydmVyBWFsaWNlA2JvYgOAoKv++WIAAgIAALoDAQADAQID4hMCAQAD', 'base64'),
  sha256: '6479ba87c17b6cfc9e606bb98a5200669ecaabf78ce4f2859eff0975931a4a19',
};

test('a segment of version 1 reads as it always has', async () => {
  expect(await decodeSegment(VERSION_1, 7)).toEqual(ROWS);
});

test('any rows come back as they were', async () => {
  const row = fc.record({
    at: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
    seat: fc.string(),
    kind: fc.constantFrom('edit', 'revert', 'server'),
    update: fc.uint8Array({ maxLength: 300 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 50 }), fc.nat(), async (rows, before) => {
      const read = await decodeSegment(await encodeSegment(rows), before + 1);
      expect(read).toEqual(rows.map((each, index) => ({ ...each, seq: before + 1 + index })));
    }),
  );
});

test('a segment that is not what was stored is refused', async () => {
  const segment = await encodeSegment(ROWS);
  const { data } = await encodeSegment(ROWS.slice(1));

  await expect(decodeSegment({ ...segment, data }, 7)).rejects.toMatchObject({ kind: 'failed' });
  await expect(decodeSegment({ ...segment, data: segment.data.slice(0, -3) }, 7)).rejects.toMatchObject({
    kind: 'failed',
  });
});
