import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePlaybackStep, PlaybackReader, type PlaybackStep } from '#shared/protocol/playback.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const step: fc.Arbitrary<PlaybackStep> = fc.oneof(
  fc.record({
    kind: fc.constant('keyframe' as const),
    seq: fc.nat(),
    at: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
    stateV2: bytes,
  }),
  fc.record({
    kind: fc.constant('update' as const),
    dt: fc.nat(),
    seat: fc.option(fc.string({ minLength: 1 })),
    update: bytes,
  }),
  fc.constant({ kind: 'end' as const }),
);

test('a playback comes out as it went in, in whatever pieces it arrives', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 10 }), fc.array(fc.nat(50), { minLength: 1 }), (steps, sizes) => {
      const body = Buffer.concat(steps.map(encodePlaybackStep));
      const reader = new PlaybackReader();
      const read: PlaybackStep[] = [];
      for (let at = 0, turn = 0; at < body.length; turn += 1) {
        const size = 1 + (sizes[turn % sizes.length] ?? 0);
        read.push(...reader.push(body.subarray(at, at + size)));
        at += size;
      }
      expect(read).toEqual(steps);
    }),
  );
});

test('what is no playback is refused', () => {
  expect(() => new PlaybackReader().push(Uint8Array.of(0, 0, 0, 1, 9))).toThrow('kind 9');
});
