import { beforeEach, describe, expect, test } from 'vitest';
import type { PollId, WorkshopId } from '#shared/kernel/ids.ts';
import type { TransferRow } from '#server/storage/workshop-store.ts';
import type { MakeHarness } from './storage-harness.ts';
import { storeForEachTest } from './with-harness.ts';
import { ALICE, BOB, created, event, POLL, WORKSHOP, workshopRow } from './workshop-fixtures.ts';

const OTHER_WORKSHOP = 'w2' as WorkshopId;

export function workshopStoreContract(makeHarness: MakeHarness): void {
  describe('a workshop store', () => {
    const store = storeForEachTest(makeHarness);
    const workshops = () => store().storage.workshops;

    beforeEach(async () => {
      await workshops().createWorkshop(workshopRow(), created);
    });

    describe('with workshops', () => {
      test('finds a workshop by its id and by its code', async () => {
        expect(await workshops().workshop(WORKSHOP)).toEqual(workshopRow());
        expect(await workshops().workshopByCode('code-w1')).toEqual(workshopRow());
      });

      test('knows nothing of others', async () => {
        expect(await workshops().workshop(OTHER_WORKSHOP)).toBeNull();
        expect(await workshops().workshopByCode('code-w2')).toBeNull();
        expect(await workshops().eventsSince(OTHER_WORKSHOP, 0)).toEqual([]);
      });

      test('lists the newest first', async () => {
        await workshops().createWorkshop(workshopRow(OTHER_WORKSHOP, { createdAt: 3000 }), created);
        await workshops().createWorkshop(workshopRow('w0' as WorkshopId, { createdAt: 2000 }), created);

        expect((await workshops().workshops()).map(({ id }) => id)).toEqual(['w2', 'w0', 'w1']);
      });

      test('refuses a code that is taken, and then there is nothing of the workshop', async () => {
        const refused = workshops().createWorkshop(workshopRow(OTHER_WORKSHOP, { code: 'code-w1' }), created);

        await expect(refused).rejects.toMatchObject({ kind: 'conflict' });
        expect(await workshops().workshop(OTHER_WORKSHOP)).toBeNull();
        expect(await workshops().eventsSince(OTHER_WORKSHOP, 0)).toEqual([]);
      });

      test('has everything after a restart', async () => {
        await workshops().appendEvents(WORKSHOP, 1, [event({ type: 'workshop-ended' })], {
          newSeatSecret: { seatId: ALICE, secretHash: 'h1' },
        });

        const reopened = (await store().reopen()).workshops;

        expect(await reopened.workshop(WORKSHOP)).toEqual(workshopRow());
        expect((await reopened.eventsSince(WORKSHOP, 0)).map(({ type }) => type)).toEqual([
          'workshop-created',
          'workshop-ended',
        ]);
        expect(await reopened.seatBySecret(WORKSHOP, 'h1')).toBe(ALICE);
      });
    });

    describe('with events', () => {
      test('begins with the first', async () => {
        expect(await workshops().eventsSince(WORKSHOP, 0)).toEqual([
          { ...created.happening, seq: 1, at: 1000, by: null },
        ]);
      });

      test('tells how far the logs of many workshops go', async () => {
        await workshops().appendEvents(WORKSHOP, 1, [event({ type: 'workshop-ended' })]);

        expect(await workshops().eventHeads([WORKSHOP, OTHER_WORKSHOP])).toEqual(new Map([[WORKSHOP, 2]]));
        expect(await workshops().eventHeads([])).toEqual(new Map());
      });

      test('numbers what it appends and gives it back as it was', async () => {
        const renamed = {
          type: 'seat-renamed',
          seatId: ALICE,
          name: '<script>Å</script> 🦆',
          organisation: 'Mullsjö',
        } as const;

        const appended = await workshops().appendEvents(WORKSHOP, 1, [
          event(renamed, ALICE, 2000),
          event({ type: 'seat-grouped', seatId: BOB, groupId: null }, null, 2001),
        ]);

        expect(appended).toEqual([
          { ...renamed, seq: 2, at: 2000, by: ALICE },
          { type: 'seat-grouped', seatId: BOB, groupId: null, seq: 3, at: 2001, by: null },
        ]);
        expect(await workshops().eventsSince(WORKSHOP, 1)).toEqual(appended);
        expect((await workshops().eventsSince(WORKSHOP, 2)).map(({ seq }) => seq)).toEqual([3]);
      });

      test('refuses a writer that has not read the newest, and then does nothing it asked for', async () => {
        await workshops().appendEvents(WORKSHOP, 1, [event({ type: 'workshop-ended' })]);

        const stale = await workshops().appendEvents(WORKSHOP, 1, [event({ type: 'workshop-reopened' })], {
          newSeatSecret: { seatId: BOB, secretHash: 'h2' },
          openedPoll: POLL,
        });

        expect(stale).toBeNull();
        expect((await workshops().eventsSince(WORKSHOP, 1)).map(({ type }) => type)).toEqual([
          'workshop-ended',
        ]);
        expect(await workshops().seatBySecret(WORKSHOP, 'h2')).toBeNull();
        expect(await castFor('bob')).toEqual({ kind: 'poll-not-open' });
      });

      test('refuses a writer that is ahead of the log', async () => {
        expect(await workshops().appendEvents(WORKSHOP, 5, [event({ type: 'workshop-ended' })])).toBeNull();
      });

      test('lets one of several writers be first, on one server and on two', async () => {
        const second = (await store().open()).workshops;

        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            (index % 2 === 0 ? workshops() : second).appendEvents(WORKSHOP, 1, [
              event({ type: 'timer-extended', byMs: index }),
            ]),
          ),
        );

        expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
        expect(await workshops().eventsSince(WORKSHOP, 1)).toEqual(
          outcomes.find((outcome) => outcome !== null),
        );
      });

      test('keeps the events of workshops apart', async () => {
        await workshops().createWorkshop(workshopRow(OTHER_WORKSHOP), created);
        await workshops().appendEvents(OTHER_WORKSHOP, 1, [event({ type: 'workshop-ended' })]);

        expect(await workshops().eventsSince(WORKSHOP, 0)).toHaveLength(1);
      });

      test('rejects events of an unknown workshop', async () => {
        const refused = workshops().appendEvents(OTHER_WORKSHOP, 0, [event({ type: 'workshop-ended' })]);

        await expect(refused).rejects.toMatchObject({ kind: 'unknown-workshop' });
      });

      test('stores nothing when what belongs to the events cannot be stored', async () => {
        await workshops().appendEvents(WORKSHOP, 1, [event({ type: 'workshop-reopened' })], {
          openedPoll: POLL,
        });

        const refused = workshops().appendEvents(WORKSHOP, 2, [event({ type: 'workshop-ended' })], {
          newSeatSecret: { seatId: BOB, secretHash: 'h2' },
          openedPoll: POLL,
        });

        await expect(refused).rejects.toThrow();
        expect(await workshops().eventsSince(WORKSHOP, 2)).toEqual([]);
        expect(await workshops().seatBySecret(WORKSHOP, 'h2')).toBeNull();
        expect(await workshops().appendEvents(WORKSHOP, 2, [event({ type: 'workshop-ended' })])).toHaveLength(
          1,
        );
      });

      test('stores nothing when the disk is full, and works again when there is room', async () => {
        await store().harness.fillDisk();
        const long = event({
          type: 'seat-renamed',
          seatId: ALICE,
          name: 'a'.repeat(500_000),
          organisation: '',
        });

        await expect(workshops().appendEvents(WORKSHOP, 1, [long])).rejects.toMatchObject({ kind: 'full' });

        expect(await workshops().eventsSince(WORKSHOP, 1)).toEqual([]);
        await store().harness.makeRoom();
        expect(await workshops().appendEvents(WORKSHOP, 1, [long])).toHaveLength(1);
      });
    });

    describe('with seats', () => {
      beforeEach(async () => {
        await workshops().appendEvents(WORKSHOP, 1, [event({ type: 'seat-admitted', seatId: ALICE })], {
          newSeatSecret: { seatId: ALICE, secretHash: 'h1' },
        });
      });

      test('finds the seat of a secret, in its own workshop only', async () => {
        await workshops().createWorkshop(workshopRow(OTHER_WORKSHOP), created);

        expect(await workshops().seatBySecret(WORKSHOP, 'h1')).toBe(ALICE);
        expect(await workshops().seatBySecret(WORKSHOP, 'h2')).toBeNull();
        expect(await workshops().seatBySecret(OTHER_WORKSHOP, 'h1')).toBeNull();
      });

      test('still knows the secret of a removed seat, who is to be told', async () => {
        await workshops().appendEvents(WORKSHOP, 2, [event({ type: 'seat-removed', seatId: ALICE })]);

        expect(await workshops().seatBySecret(WORKSHOP, 'h1')).toBe(ALICE);
      });

      test('moves a seat to another device: the old secret is void', async () => {
        await workshops().createTransfer(transfer());

        expect(await workshops().redeemTransfer('t1', 'h9', 4999)).toEqual(transfer());

        expect(await workshops().seatBySecret(WORKSHOP, 'h9')).toBe(ALICE);
        expect(await workshops().seatBySecret(WORKSHOP, 'h1')).toBeNull();
      });

      test('uses a link once, also when two devices open it at the same time', async () => {
        await workshops().createTransfer(transfer());

        const redeemed = await Promise.all([
          workshops().redeemTransfer('t1', 'h8', 2000),
          workshops().redeemTransfer('t1', 'h9', 2000),
        ]);

        expect(redeemed.filter((row) => row !== null)).toHaveLength(1);
        expect(await workshops().redeemTransfer('t1', 'h7', 2000)).toBeNull();
        const seats = [
          await workshops().seatBySecret(WORKSHOP, 'h8'),
          await workshops().seatBySecret(WORKSHOP, 'h9'),
        ];
        expect(seats.filter((seat) => seat !== null)).toEqual([ALICE]);
        expect(await workshops().seatBySecret(WORKSHOP, 'h7')).toBeNull();
      });

      test('refuses a link that is out of date, and then the old secret holds', async () => {
        await workshops().createTransfer(transfer());

        expect(await workshops().redeemTransfer('t1', 'h9', 5000)).toBeNull();

        expect(await workshops().seatBySecret(WORKSHOP, 'h1')).toBe(ALICE);
        expect(await workshops().seatBySecret(WORKSHOP, 'h9')).toBeNull();
      });

      test('knows nothing of a link that was never made', async () => {
        expect(await workshops().redeemTransfer('t2', 'h9', 2000)).toBeNull();
      });

      test('voids the other links of a seat that has moved, and nobody else’s', async () => {
        await workshops().createTransfer(transfer());
        await workshops().createTransfer(transfer({ tokenHash: 't2' }));
        await workshops().createTransfer(transfer({ tokenHash: 't3', seatId: BOB }));

        await workshops().redeemTransfer('t2', 'h9', 2000);

        expect(await workshops().redeemTransfer('t1', 'h8', 2000)).toBeNull();
        expect(await workshops().redeemTransfer('t3', 'h7', 2000)).toMatchObject({ seatId: BOB });
      });
    });

    const castFor = (voter: string, poll: PollId = POLL) =>
      store().storage.ballots.cast({
        poll,
        voter,
        submissionId: `${voter}-1`,
        ballot: { kind: 'single', option: 'a' },
        secret: false,
      });
  });
}

const transfer = (over: Partial<TransferRow> = {}): TransferRow => ({
  tokenHash: 't1',
  workshop: WORKSHOP,
  seatId: ALICE,
  expiresAt: 5000,
  ...over,
});
