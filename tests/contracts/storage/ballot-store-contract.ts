import { beforeEach, describe, expect, test } from 'vitest';
import type { PollId } from '#shared/kernel/ids.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import type { CastBallot, SessionEffects } from '#server/storage/workshop-store.ts';
import type { MakeHarness } from './storage-harness.ts';
import { storeForEachTest } from './with-harness.ts';
import { created, event, POLL, WORKSHOP, workshopRow } from './workshop-fixtures.ts';

const FOR_A: Ballot = { kind: 'single', option: 'a' };
const FOR_B: Ballot = { kind: 'single', option: 'b' };
const NOTHING = { received: false, submissionId: null, ballot: null };

export function ballotStoreContract(makeHarness: MakeHarness): void {
  describe('a ballot store', () => {
    const store = storeForEachTest(makeHarness);
    const ballots = () => store().storage.ballots;

    beforeEach(async () => {
      await store().storage.workshops.createWorkshop(workshopRow(), created);
      await happen({ openedPoll: POLL });
    });

    test('receives a ballot and says so', async () => {
      expect(await ballots().cast(named())).toEqual({ kind: 'received', replaced: false });

      expect(await ballots().received(POLL)).toBe(1);
      expect(await ballots().status(POLL, 'alice')).toEqual({
        received: true,
        submissionId: 'alice-1',
        ballot: FOR_A,
      });
      expect(await ballots().status(POLL, 'bob')).toEqual(NOTHING);
    });

    test('takes no ballot for a poll that was never opened', async () => {
      expect(await ballots().cast(named({ poll: 'p9' as PollId }))).toEqual({ kind: 'poll-not-open' });
      expect(await ballots().received('p9' as PollId)).toBe(0);
    });

    test.each([
      ['closed', { closedPolls: [POLL] }],
      ['annulled', { annulledPolls: [POLL] }],
    ])('takes no ballot when the poll is %s', async (_, effects) => {
      await happen(effects);

      expect(await ballots().cast(named())).toEqual({ kind: 'poll-not-open' });
      expect(await ballots().received(POLL)).toBe(0);
      expect(await ballots().status(POLL, 'alice')).toEqual(NOTHING);
    });

    test('closes the poll it is told to and no other', async () => {
      const other = 'p2' as PollId;
      await happen({ openedPoll: other });
      await happen({ closedPolls: [POLL] });

      expect(await ballots().cast(named({ poll: other }))).toEqual({ kind: 'received', replaced: false });
    });

    test('counts every ballot that was received before closing, and none after', async () => {
      const casting = Array.from({ length: 40 }, async (_, index) => {
        const cast = index % 2 === 0 ? named : secret;
        return ballots().cast(cast({ voter: `voter ${index}`, submissionId: `s${index}` }));
      });
      const closing = happen({ closedPolls: [POLL] });

      const outcomes = await Promise.all(casting);
      await closing;

      const received = outcomes.filter(({ kind }) => kind === 'received').length;
      expect(await ballots().received(POLL)).toBe(received);
      expect(await ballots().ballots(POLL)).toHaveLength(received);
      expect(outcomes.every(({ kind }) => kind === 'received' || kind === 'poll-not-open')).toBe(true);
    });

    test('shows no ballot before the poll is closed', async () => {
      await ballots().cast(named());

      await expect(ballots().ballots(POLL)).rejects.toThrow();
    });

    test('gives back ballots as they were cast', async () => {
      const ranking: Ballot = { kind: 'ranking', tiers: [['b'], ['a', 'c']] };
      await ballots().cast(named({ ballot: ranking }));
      await ballots().cast(named({ voter: 'bob', submissionId: 'bob-1' }));
      await happen({ closedPolls: [POLL] });

      expect(await ballots().ballots(POLL)).toEqual([
        { voter: 'alice', ballot: ranking },
        { voter: 'bob', ballot: FOR_A },
      ]);
    });

    test('has every ballot after a restart', async () => {
      await ballots().cast(named());
      await ballots().cast(secret({ voter: 'bob', submissionId: 'bob-1' }));

      const reopened = (await store().reopen()).ballots;

      expect(await reopened.received(POLL)).toBe(2);
      expect(await reopened.cast(named())).toEqual({ kind: 'repeated' });
      expect(await reopened.cast(secret({ voter: 'bob', submissionId: 'bob-1' }))).toEqual({
        kind: 'repeated',
      });
    });

    describe.each([
      ['named', named],
      ['secret', secret],
    ])('when the ballot is %s', (_, cast) => {
      test('answers a repeated submission and counts it once', async () => {
        await ballots().cast(cast());

        expect(await ballots().cast(cast())).toEqual({ kind: 'repeated' });
        expect(await ballots().cast(cast({ ballot: FOR_B }))).toEqual({ kind: 'repeated' });
        await happen({ closedPolls: [POLL] });

        expect((await ballots().ballots(POLL)).map(({ ballot }) => ballot)).toEqual([FOR_A]);
      });

      test('counts a submission once that comes many times at once', async () => {
        const second = (await store().open()).ballots;

        const outcomes = await Promise.all(
          Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? ballots() : second).cast(cast())),
        );
        await happen({ closedPolls: [POLL] });

        expect(outcomes.filter(({ kind }) => kind === 'received')).toHaveLength(1);
        expect(outcomes.filter(({ kind }) => kind === 'repeated')).toHaveLength(19);
        expect(await ballots().ballots(POLL)).toHaveLength(1);
        expect(await ballots().received(POLL)).toBe(1);
      });

      test('answers a repeated submission after closing: the ballot counts', async () => {
        await ballots().cast(cast());
        await happen({ closedPolls: [POLL] });

        expect(await ballots().cast(cast())).toEqual({ kind: 'repeated' });
        expect(await ballots().cast(cast({ submissionId: 'alice-2' }))).toEqual({ kind: 'poll-not-open' });
      });
    });

    describe('that is named', () => {
      test('can be changed until the poll closes', async () => {
        await ballots().cast(named());

        expect(await ballots().cast(named({ submissionId: 'alice-2', ballot: FOR_B }))).toEqual({
          kind: 'received',
          replaced: true,
        });

        expect(await ballots().received(POLL)).toBe(1);
        expect(await ballots().status(POLL, 'alice')).toEqual({
          received: true,
          submissionId: 'alice-2',
          ballot: FOR_B,
        });
        await happen({ closedPolls: [POLL] });
        expect(await ballots().ballots(POLL)).toEqual([{ voter: 'alice', ballot: FOR_B }]);
      });

      test('is not undone by an earlier submission that arrives once more', async () => {
        await ballots().cast(named());
        await ballots().cast(named({ submissionId: 'alice-2', ballot: FOR_B }));

        expect(await ballots().cast(named())).toEqual({ kind: 'repeated' });

        expect((await ballots().status(POLL, 'alice')).ballot).toEqual(FOR_B);
      });

      test('is one ballot also when two tabs cast at the same time', async () => {
        const second = (await store().open()).ballots;

        const outcomes = await Promise.all([
          ballots().cast(named({ submissionId: 'tab-1', ballot: FOR_A })),
          second.cast(named({ submissionId: 'tab-2', ballot: FOR_B })),
        ]);

        expect(outcomes).toContainEqual({ kind: 'received', replaced: false });
        expect(outcomes).toContainEqual({ kind: 'received', replaced: true });
        const status = await ballots().status(POLL, 'alice');
        expect(status.ballot).toEqual(status.submissionId === 'tab-1' ? FOR_A : FOR_B);
        await happen({ closedPolls: [POLL] });
        expect(await ballots().ballots(POLL)).toHaveLength(1);
      });
    });

    test('that is named stays one ballot when many changes come at once', async () => {
      const second = (await store().open()).ballots;
      await ballots().cast(named());

      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (index % 2 === 0 ? ballots() : second).cast(
            named({ submissionId: `change ${index}`, ballot: { kind: 'single', option: `option ${index}` } }),
          ),
        ),
      );

      expect(outcomes).toEqual(outcomes.map(() => ({ kind: 'received', replaced: true })));
      const { submissionId, ballot } = await ballots().status(POLL, 'alice');
      expect(ballot).toEqual({ kind: 'single', option: submissionId?.replace('change', 'option') });
      expect(await ballots().received(POLL)).toBe(1);
    });

    describe('that is secret', () => {
      test('is final', async () => {
        await ballots().cast(secret());

        expect(await ballots().cast(secret({ submissionId: 'alice-2', ballot: FOR_B }))).toEqual({
          kind: 'already-voted',
        });

        await happen({ closedPolls: [POLL] });
        expect(await ballots().ballots(POLL)).toEqual([{ voter: null, ballot: FOR_A }]);
      });

      test('is one ballot also when two tabs cast at the same time', async () => {
        const second = (await store().open()).ballots;

        const outcomes = await Promise.all([
          ballots().cast(secret({ submissionId: 'tab-1', ballot: FOR_A })),
          second.cast(secret({ submissionId: 'tab-2', ballot: FOR_B })),
        ]);

        expect(outcomes).toContainEqual({ kind: 'received', replaced: false });
        expect(outcomes).toContainEqual({ kind: 'already-voted' });
        await happen({ closedPolls: [POLL] });
        expect(await ballots().ballots(POLL)).toHaveLength(1);
      });

      test('is known to have been received, and nothing else of it', async () => {
        await ballots().cast(secret());

        expect(await ballots().status(POLL, 'alice')).toEqual({
          received: true,
          submissionId: 'alice-1',
          ballot: null,
        });
      });

      test('comes back in an order that tells nothing of who was first', async () => {
        for (const [index, option] of ['c', 'a', 'b', 'a', 'c'].entries()) {
          const ballot: Ballot = { kind: 'single', option };
          await ballots().cast(secret({ voter: `voter ${index}`, submissionId: `s${index}`, ballot }));
        }
        await happen({ closedPolls: [POLL] });

        const cast = await ballots().ballots(POLL);

        expect(cast.map(({ voter }) => voter)).toEqual([null, null, null, null, null]);
        expect(cast.map(({ ballot }) => JSON.stringify(ballot))).toEqual(
          ['a', 'a', 'b', 'c', 'c'].map((option) => JSON.stringify({ kind: 'single', option })),
        );
      });

      test('has no column that could say who cast it or when', async () => {
        expect((await store().harness.columnsOf('ballot_secret')).toSorted()).toEqual([
          'ballot_id',
          'poll',
          'value',
        ]);
        expect((await store().harness.columnsOf('poll_receipt')).toSorted()).toEqual([
          'poll',
          'submission_id',
          'voter',
        ]);
      });

      test('lies in the store in an order that tells nothing of who was first', async () => {
        const options = Array.from({ length: 30 }, (_, index) => `option ${String(index).padStart(2, '0')}`);
        for (const [index, option] of options.entries()) {
          const ballot: Ballot = { kind: 'single', option };
          // Voters in an order of their own, so that the receipts have one to give away too.
          const voter = `voter ${String((index * 7) % 30).padStart(2, '0')}`;
          await ballots().cast(secret({ voter, submissionId: `s${index}`, ballot }));
        }
        await happen({ closedPolls: [POLL] });

        const traces = await store().harness.tracesOfSecretBallots(POLL);

        expect(traces.ballotIds).toHaveLength(30);
        expect(traces.ballotIds).toEqual(traces.ballotIds.toSorted());
        expect(traces.voters).toEqual(traces.voters.toSorted());
        expect(traces.pairs).toEqual([]);
      });
    });

    /** Lets something happen in the workshop, for the sake of what belongs to it. */
    async function happen(effects: SessionEffects): Promise<void> {
      const { workshops } = store().storage;
      const seq = (await workshops.eventsSince(WORKSHOP, 0)).length;
      await workshops.appendEvents(WORKSHOP, seq, [event({ type: 'timer-stopped' })], effects);
    }
  });
}

const named = (over: Partial<CastBallot> = {}): CastBallot => ({
  poll: POLL,
  voter: 'alice',
  submissionId: 'alice-1',
  ballot: FOR_A,
  secret: false,
  ...over,
});

const secret = (over: Partial<CastBallot> = {}): CastBallot => named({ ...over, secret: true });
