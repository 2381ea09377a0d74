import { describe, expect, test, vi } from 'vitest';
import type { Prompt } from '#shared/model/prompt.ts';
import type { Question } from '../../../src/main/prompts/asker.ts';
import { createPromptDesk } from '../../../src/main/prompts/prompt-desk.ts';

const password = (user: string): Question => ({
  kind: 'password',
  purpose: 'login',
  challenge: null,
  host: 'example.org',
  user,
  refused: false,
  canKeep: false,
});

const deskWithWindow = () => {
  const seen: (readonly Prompt[])[] = [];
  return { desk: createPromptDesk((open) => seen.push(open)), seen };
};

describe('a question', () => {
  test('is open until it is answered, and the window sees both', async () => {
    const { desk, seen } = deskWithWindow();
    const answer = desk.ask(password('ada'), null);
    expect(desk.open()).toEqual([{ ...password('ada'), id: 1 }]);
    desk.answer(1, { kind: 'password', password: 'x', keep: false });
    expect(await answer).toEqual({ kind: 'password', password: 'x', keep: false });
    expect(seen.map((open) => open.length)).toEqual([1, 0]);
  });

  test('waits in line, oldest first, and may be answered out of line', async () => {
    const { desk } = deskWithWindow();
    const first = desk.ask(password('ada'), null);
    const second = desk.ask(password('bob'), null);
    expect(desk.open().map(({ id }) => id)).toEqual([1, 2]);
    desk.answer(2, { kind: 'dismissed' });
    expect(await second).toEqual({ kind: 'dismissed' });
    expect(desk.open().map(({ id }) => id)).toEqual([1]);
    desk.answer(1, { kind: 'dismissed' });
    await first;
  });

  test('is dismissed when what asked has gone', async () => {
    const { desk, seen } = deskWithWindow();
    const interest = new AbortController();
    const answer = desk.ask(password('ada'), interest.signal);
    interest.abort();
    expect(await answer).toEqual({ kind: 'dismissed' });
    expect(seen.at(-1)).toEqual([]);
  });

  test('of somebody already gone is never shown', async () => {
    const { desk, seen } = deskWithWindow();
    expect(await desk.ask(password('ada'), AbortSignal.abort())).toEqual({ kind: 'dismissed' });
    expect(seen).toEqual([]);
  });

  test('is not answered with the answer to another', async () => {
    const { desk } = deskWithWindow();
    const settled = vi.fn();
    void desk.ask(password('ada'), null).then(settled);
    expect(() => desk.answer(1, { kind: 'certificate', trust: 'always' })).toThrow('cannot be answered');
    await Promise.resolve();
    expect(settled).not.toHaveBeenCalled();
    expect(desk.open()).toHaveLength(1);
  });

  test('answered a second time is let pass', async () => {
    const { desk, seen } = deskWithWindow();
    const answer = desk.ask(password('ada'), null);
    desk.answer(1, { kind: 'dismissed' });
    desk.answer(1, { kind: 'password', password: 'late', keep: true });
    expect(await answer).toEqual({ kind: 'dismissed' });
    expect(seen).toHaveLength(2);
  });
});

test('all are dismissed when the program ends', async () => {
  const { desk } = deskWithWindow();
  const answers = [desk.ask(password('ada'), null), desk.ask(password('bob'), null)];
  desk.dismissAll();
  expect(await Promise.all(answers)).toEqual([{ kind: 'dismissed' }, { kind: 'dismissed' }]);
  expect(desk.open()).toEqual([]);
});
