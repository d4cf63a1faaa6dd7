import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BallotCasting, type CastingStage } from '#client/modules/voting/ballot-casting.svelte.ts';
import type { PendingBallot, PendingDrawer } from '#client/modules/voting/pending-ballot.ts';
import type { ErrorKind } from '#shared/protocol/error-kind.ts';
import type { Ack, BallotReceipt, BallotStatus } from '#shared/protocol/session-socket.ts';
import type { Ballot } from '#shared/voting/ballot.ts';
import { ranking } from './polls.ts';

const A = ranking('A > B > C');
const B = ranking('B > A = C');

class MemoryDrawer implements PendingDrawer {
  readonly kept = new Map<string, PendingBallot>();
  get(pollId: string): PendingBallot | null {
    return this.kept.get(pollId) ?? null;
  }
  put(pollId: string, pending: PendingBallot): void {
    this.kept.set(pollId, pending);
  }
  clear(pollId: string): void {
    this.kept.delete(pollId);
  }
}

/** One poll at the far end of a line that can fail before or after the server has the ballot. */
class Server {
  secret = false;
  open = true;
  line: 'up' | 'down' | 'loses-replies' = 'up';
  refusal: ErrorKind | null = null;
  sent: string[] = [];
  current: { submissionId: string; ballot: Ballot } | null = null;
  readonly known = new Set<string>();

  async castBallot(_poll: string, submissionId: string, ballot: Ballot): Promise<Ack<BallotReceipt>> {
    await Promise.resolve();
    this.sent.push(submissionId);
    if (this.line === 'down') return failed('no-connection');
    if (this.refusal !== null) return failed(this.refusal);
    const replaced = this.current !== null;
    if (!this.known.has(submissionId)) {
      if (!this.open) return failed('poll-not-open');
      if (this.secret && replaced) return failed('already-voted');
      this.receive(submissionId, ballot);
    }
    return this.line === 'loses-replies'
      ? failed('no-connection')
      : { ok: true, value: { submissionId, replaced } };
  }

  async ballotStatus(): Promise<Ack<BallotStatus>> {
    await Promise.resolve();
    if (this.line !== 'up') return failed('no-connection');
    const { submissionId = null, ballot = null } = this.current ?? {};
    const value = { received: this.current !== null, submissionId, ballot: this.secret ? null : ballot };
    return { ok: true, value };
  }

  receive(submissionId: string, ballot: Ballot): void {
    this.known.add(submissionId);
    this.current = { submissionId, ballot };
  }
}

const failed = (kind: ErrorKind) => ({ ok: false, error: { kind, text: kind } }) as const;

describe('casting a ballot', () => {
  let server: Server;
  let drawer: MemoryDrawer;
  let voterNow: string | null;
  let made: number;

  beforeEach(() => {
    vi.useFakeTimers();
    server = new Server();
    drawer = new MemoryDrawer();
    voterNow = 'alice';
    made = 0;
  });
  afterEach(() => vi.useRealTimers());

  const newCasting = (voter = 'alice') =>
    new BallotCasting({
      pollId: 'poll-1',
      method: 'ranking',
      secrecy: server.secret ? 'secret' : 'named',
      voter,
      session: server,
      drawer,
      newSubmissionId: () => `submission-${(made += 1)}`,
      voterNow: () => voterNow,
    });

  async function asked(casting: BallotCasting): Promise<CastingStage> {
    casting.refresh();
    await vi.advanceTimersByTimeAsync(2_000);
    return casting.stage;
  }

  const settle = () => vi.advanceTimersByTimeAsync(0);

  it('asks first, and knows nothing until it has been answered', async () => {
    const casting = newCasting();
    expect(casting.stage).toEqual({ kind: 'asking', problem: null });
    expect(await asked(casting)).toEqual({ kind: 'blank' });
  });

  it('is received only when the server has said so', async () => {
    const casting = newCasting();
    const cast = casting.cast(A);
    expect(casting.stage).toEqual({ kind: 'sending', ballot: A, problem: null });
    await cast;
    expect(casting.stage).toEqual({ kind: 'received', submissionId: 'submission-1', ballot: A });
    expect(drawer.kept.size).toBe(0);
  });

  it('sends again with the same id after a lost reply, and is counted once', async () => {
    server.line = 'loses-replies';
    const casting = newCasting();
    void casting.cast(A);
    await settle();
    expect(casting.stage).toMatchObject({ kind: 'sending', problem: { kind: 'no-connection' } });
    expect(drawer.get('poll-1')?.submissionId).toBe('submission-1');
    server.line = 'up';
    await vi.advanceTimersByTimeAsync(1_000);
    expect(casting.stage).toMatchObject({ kind: 'received', submissionId: 'submission-1' });
    expect([...server.known]).toEqual(['submission-1']);
    expect(drawer.kept.size).toBe(0);
  });

  it('goes on trying while the line is down, and at once when told that it may be up', async () => {
    server.line = 'down';
    const casting = newCasting();
    void casting.cast(A);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(casting.stage.kind).toBe('sending');
    expect(server.current).toBeNull();
    server.line = 'up';
    casting.retryNow();
    await settle();
    expect(casting.stage).toMatchObject({ kind: 'received', submissionId: 'submission-1' });
  });

  it('goes on under the same id after a reload', async () => {
    server.line = 'loses-replies';
    void newCasting().cast(A);
    await settle();
    server.line = 'up';
    const reloaded = newCasting();
    reloaded.resume();
    await settle();
    expect(reloaded.stage).toMatchObject({ kind: 'received', submissionId: 'submission-1' });
    expect(server.sent).toEqual(['submission-1']);
  });

  it('sends after a reload what never left the device', async () => {
    server.line = 'down';
    void newCasting().cast(A);
    await settle();
    server.line = 'up';
    const reloaded = newCasting();
    reloaded.resume();
    await settle();
    expect(server.current).toEqual({ submissionId: 'submission-1', ballot: A });
  });

  it('does not undo what another in the group cast while this one was on its way', async () => {
    server.line = 'down';
    const casting = newCasting();
    void casting.cast(A);
    await settle();
    server.receive('theirs-1', B);
    server.line = 'up';
    casting.retryNow();
    await settle();
    expect(casting.stage).toEqual({ kind: 'received', submissionId: 'theirs-1', ballot: B });
    expect(casting.note).toEqual({ kind: 'superseded' });
    expect(server.current?.submissionId).toBe('theirs-1');
    expect(drawer.kept.size).toBe(0);
  });

  it('makes a new id for a changed ballot, which takes the place of the first', async () => {
    const casting = newCasting();
    await casting.cast(A);
    await casting.cast(B);
    expect(server.sent).toEqual(['submission-1', 'submission-2']);
    expect(casting.stage).toEqual({ kind: 'received', submissionId: 'submission-2', ballot: B });
  });

  it('retries a change whose predecessor is still the one received', async () => {
    const casting = newCasting();
    await casting.cast(A);
    server.line = 'down';
    void casting.cast(B);
    await settle();
    server.line = 'up';
    casting.retryNow();
    await settle();
    expect(server.current).toEqual({ submissionId: 'submission-2', ballot: B });
  });

  it('takes no second ballot while one is on its way', async () => {
    server.line = 'down';
    const casting = newCasting();
    void casting.cast(A);
    await casting.cast(B);
    expect(drawer.get('poll-1')?.ballot).toEqual(A);
    expect(made).toBe(1);
  });

  it('says so when the poll closed first, and keeps nothing to send', async () => {
    server.open = false;
    const casting = newCasting();
    await casting.cast(A);
    expect(casting.note).toEqual({ kind: 'too-late' });
    expect(await asked(casting)).toEqual({ kind: 'blank' });
    expect(drawer.kept.size).toBe(0);
  });

  it('learns after the closing that its ballot had arrived', async () => {
    server.line = 'loses-replies';
    const casting = newCasting();
    void casting.cast(A);
    await settle();
    server.open = false;
    server.line = 'up';
    casting.retryNow();
    await settle();
    expect(casting.stage).toMatchObject({ kind: 'received', submissionId: 'submission-1' });
    expect(casting.note).toBeNull();
  });

  it('says so when a secret ballot had been cast from another tab', async () => {
    server.secret = true;
    server.receive('other-tab-1', B);
    const casting = newCasting();
    await casting.cast(A);
    expect(casting.note).toEqual({ kind: 'already-voted' });
    expect(await asked(casting)).toEqual({ kind: 'received', submissionId: 'other-tab-1', ballot: null });
  });

  it('keeps nothing of a secret ballot once it is received', async () => {
    server.secret = true;
    const casting = newCasting();
    casting.draft.ranking = A.tiers;
    await casting.cast(A);
    expect(casting.stage).toEqual({ kind: 'received', submissionId: 'submission-1', ballot: null });
    expect(casting.draft.ballot).toBeNull();
    expect(drawer.kept.size).toBe(0);
  });

  it('keeps the draft of a ballot that was refused, for another try under another id', async () => {
    server.refusal = 'malformed';
    const casting = newCasting();
    casting.draft.ranking = A.tiers;
    await casting.cast(A);
    expect(casting.note).toMatchObject({ kind: 'refused', error: { kind: 'malformed' } });
    expect(await asked(casting)).toEqual({ kind: 'blank' });
    expect(casting.draft.ballot).toEqual(A);
    server.refusal = null;
    await casting.cast(A);
    expect(casting.stage).toMatchObject({ kind: 'received', submissionId: 'submission-2' });
    expect(casting.note).toBeNull();
  });

  it('tries again when the server cannot save just now', async () => {
    server.refusal = 'cannot-save';
    const casting = newCasting();
    void casting.cast(A);
    await settle();
    expect(casting.stage).toMatchObject({ kind: 'sending', problem: { kind: 'cannot-save' } });
    server.refusal = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(casting.stage.kind).toBe('received');
  });

  it('does not cast for a group that the person has left', async () => {
    server.line = 'down';
    voterNow = 'group-1';
    const before = newCasting('group-1');
    void before.cast(A);
    await settle();
    voterNow = 'group-2';
    const after = newCasting('group-2');
    after.resume();
    server.line = 'up';
    before.retryNow();
    await settle();
    expect(after.note).toEqual({ kind: 'other-voter' });
    expect(server.current).toBeNull();
    expect(drawer.kept.size).toBe(0);
  });

  it('leaves alone what the new group has on its way', async () => {
    server.line = 'down';
    voterNow = 'group-1';
    const before = newCasting('group-1');
    void before.cast(A);
    await settle();
    voterNow = 'group-2';
    const after = newCasting('group-2');
    after.resume();
    void after.cast(B);
    await settle();
    before.retryNow();
    await settle();
    expect(drawer.get('poll-1')).toMatchObject({ voter: 'group-2', ballot: B });
  });

  it('sees what another tab has cast when it asks again', async () => {
    const casting = newCasting();
    await asked(casting);
    server.receive('other-tab-1', B);
    expect(await asked(casting)).toEqual({ kind: 'received', submissionId: 'other-tab-1', ballot: B });
  });

  it('does not take an answer from before the casting for news after it', async () => {
    let answer: (status: Ack<BallotStatus>) => void = () => undefined;
    vi.spyOn(server, 'ballotStatus').mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const casting = newCasting();
    casting.refresh();
    await settle();
    await casting.cast(A);
    answer({ ok: true, value: { received: false, submissionId: null, ballot: null } });
    await settle();
    expect(casting.stage).toMatchObject({ kind: 'received', submissionId: 'submission-1' });
  });

  it('asks once for a burst of reasons to ask', async () => {
    const asking = vi.spyOn(server, 'ballotStatus');
    const casting = newCasting();
    await asked(casting);
    asking.mockClear();
    for (let reason = 0; reason < 20; reason += 1) casting.refresh();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asking).toHaveBeenCalledTimes(1);
  });

  it('goes on asking while nobody answers, and says why it does not know', async () => {
    server.line = 'down';
    const casting = newCasting();
    expect(await asked(casting)).toMatchObject({ kind: 'asking', problem: { kind: 'no-connection' } });
    server.line = 'up';
    await vi.advanceTimersByTimeAsync(20_000);
    expect(casting.stage).toEqual({ kind: 'blank' });
  });

  it('does not forget a received ballot because one question went unanswered', async () => {
    const casting = newCasting();
    await casting.cast(A);
    server.line = 'down';
    expect(await asked(casting)).toMatchObject({ kind: 'received', ballot: A });
  });

  it('keeps a draft that is being changed when others cast', async () => {
    const casting = newCasting();
    await casting.cast(A);
    casting.draft.changeFrom(A);
    casting.draft.ranking = B.tiers;
    server.receive('theirs-1', A);
    await asked(casting);
    expect(casting.draft.begun).toBe(true);
    expect(casting.draft.ballot).toEqual(B);
  });
});
