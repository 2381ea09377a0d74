import { describe, expect, test } from 'vitest';
import type { PromptAnswer } from '#shared/model/prompt.ts';
import type { TransferSummary, WhenDone } from '#shared/model/transfer.ts';
import type { Question } from '../../../src/main/prompts/asker.ts';
import { GRACE_MS, whenDone } from '../../../src/main/window/when-done.ts';
import { fakeClock } from '../transfer/pacing/fake-clock.ts';
import { summaryOf } from './summary-fixture.ts';

const begin = () => {
  const clock = fakeClock();
  const asked: Question[] = [];
  const did: string[] = [];
  let answer: (given: PromptAnswer) => void = () => {};
  let chosen: WhenDone = 'nothing';
  const look = whenDone({
    asker: {
      ask: (question, signal) => {
        asked.push(question);
        return new Promise((resolve) => {
          answer = resolve;
          signal?.addEventListener('abort', () => {
            did.push('closed');
            resolve({ kind: 'dismissed' });
          });
        });
      },
    },
    reset: () => {
      chosen = 'nothing';
    },
    notify: ({ done, failed }) => did.push(`told ${done}/${failed}`),
    act: { quit: () => did.push('quit'), sleep: () => did.push('sleep') },
    now: clock.now,
    after: clock.after,
  });
  const show = (counts: Partial<TransferSummary['counts']>): void => look(summaryOf(counts, { whenDone: chosen }));
  return {
    clock,
    asked,
    did,
    show,
    answer: (given: PromptAnswer) => answer(given),
    get chosen() {
      return chosen;
    },
    /** Everything is over after this was chosen. */
    runWith(what: WhenDone) {
      chosen = what;
      show({ active: 1 });
      show({ done: 1 });
    },
  };
};

describe('when everything is over', () => {
  test('it is told, and nothing is done where nothing was chosen', async () => {
    const { clock, did, asked, runWith } = begin();
    runWith('nothing');
    await clock.pass(GRACE_MS * 2);
    expect(did).toEqual(['told 1/0']);
    expect(asked).toEqual([]);
    expect(clock.waiting).toBe(0);
  });

  test.each(['quit', 'sleep'] as const)('without an answer: %s, and only then', async (what) => {
    const { clock, did, asked, runWith } = begin();
    runWith(what);
    expect(asked).toEqual([{ kind: 'when-done', whenDone: what, atMs: GRACE_MS }]);
    await clock.pass(GRACE_MS - 1);
    expect(did).toEqual(['told 1/0']);
    await clock.pass(1);
    expect(did).toEqual(['told 1/0', 'closed', what]);
  });

  test('at once where the person says so, and once only', async () => {
    const { clock, did, answer, runWith } = begin();
    runWith('quit');
    answer({ kind: 'when-done' });
    await clock.pass(GRACE_MS * 2);
    expect(did.filter((each) => each === 'quit')).toHaveLength(1);
  });

  test('not where the person says no', async () => {
    const { clock, did, answer, runWith } = begin();
    runWith('sleep');
    answer({ kind: 'dismissed' });
    await clock.pass(GRACE_MS * 2);
    expect(did).not.toContain('sleep');
    expect(clock.waiting).toBe(0);
  });

  test('not where something new is to be done meanwhile', async () => {
    const { clock, did, show, runWith } = begin();
    runWith('quit');
    show({ done: 1, waiting: 1 });
    await clock.pass(GRACE_MS * 2);
    expect(did).toEqual(['told 1/0', 'closed']);
  });

  test('it holds for one time', async () => {
    const round = begin();
    round.runWith('quit');
    expect(round.chosen).toBe('nothing');
    round.answer({ kind: 'dismissed' });
    round.show({ done: 1, active: 1 });
    round.show({ done: 2 });
    await round.clock.pass(GRACE_MS * 2);
    expect(round.asked).toHaveLength(1);
  });

  test('what is chosen once everything is over is for the next time', async () => {
    const { clock, did, show, runWith } = begin();
    show({ active: 1 });
    show({ done: 1 });
    expect(did).toEqual(['told 1/0']);
    await clock.pass(GRACE_MS);
    runWith('quit');
    await clock.pass(GRACE_MS);
    expect(did.filter((each) => each === 'quit')).toHaveLength(1);
  });
});
