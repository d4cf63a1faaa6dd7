import { describe, expect, test } from 'vitest';
import { err, ok } from '#shared/kernel/result.ts';
import { GroupCommit } from '#server/storage/group-commit.ts';

describe('a group commit', () => {
  test('commits at once when it is idle, and together what came in the same breath', async () => {
    const { commit, commits, answer } = commitByHand();
    const one = commit.add('a');
    const two = commit.add('b');
    await nextTurn();

    expect(commits).toEqual([['a', 'b']]);
    answer(['A', 'B']);
    expect(await Promise.all([one, two])).toEqual(['A', 'B']);
  });

  test('keeps what arrives during a commit for the next one', async () => {
    const { commit, commits, answer } = commitByHand();
    const first = commit.add('a');
    await nextTurn();
    const later = [commit.add('b'), commit.add('c')];
    await nextTurn();
    expect(commits).toEqual([['a']]);

    answer(['A']);
    await first;
    await nextTurn();

    expect(commits).toEqual([['a'], ['b', 'c']]);
    answer(['B', 'C']);
    expect(await Promise.all(later)).toEqual(['B', 'C']);
  });

  test('bounds the size of a group', async () => {
    const sizes: number[] = [];
    const commit = new GroupCommit<number, number>((items) => {
      sizes.push(items.length);
      return Promise.resolve(items.map((item) => ok(item)));
    });

    const outcomes = await Promise.all(Array.from({ length: 150 }, (_, index) => commit.add(index)));

    expect(sizes).toEqual([64, 64, 22]);
    expect(outcomes).toEqual(outcomes.map((_, index) => index));
  });

  test('rejects the items of a commit that failed and no others', async () => {
    let fails = true;
    const commit = new GroupCommit<string, string>((items) => {
      if (fails) return Promise.reject(new Error('disk full'));
      return Promise.resolve(items.map((item) => ok(item)));
    });

    const failed = await Promise.allSettled([commit.add('a'), commit.add('b')]);
    fails = false;

    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await commit.add('c')).toBe('c');
  });

  test('rejects one item that was refused, and not its neighbours', async () => {
    const commit = new GroupCommit<string, string>((items) =>
      Promise.resolve(items.map((item) => (item === 'b' ? err(new Error('refused')) : ok(item)))),
    );

    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map((item) => commit.add(item)));

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('is idle when everything added is settled', async () => {
    const { commit, answer } = commitByHand();
    let settled = false;
    const added = commit.add('a').then(() => (settled = true));
    const idle = commit.idle().then(() => settled);
    await nextTurn();

    answer(['A']);

    expect(await idle).toBe(true);
    await added;
    await commit.idle();
  });
});

/** A commit that takes place when the test answers it. */
function commitByHand() {
  const commits: (readonly string[])[] = [];
  let answer: (outcomes: readonly string[]) => void = () => {};
  const commit = new GroupCommit<string, string>((items) => {
    commits.push(items);
    return new Promise((resolve) => {
      answer = (outcomes) => {
        resolve(outcomes.map((outcome) => ok(outcome)));
      };
    });
  });
  return {
    commit,
    commits,
    answer: (outcomes: readonly string[]) => {
      answer(outcomes);
    },
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
