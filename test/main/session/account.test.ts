import { expect, test } from 'vitest';
import type { PromptAnswer } from '#shared/model/prompt.ts';
import { createAccountQuestion } from '../../../src/main/session/account.ts';
import { fakeAsker } from './fake-asker.ts';

const accountAnswer = (account: string): PromptAnswer => ({ kind: 'account', account });
const question = (...answers: readonly PromptAnswer[]) => {
  const asker = fakeAsker(...answers);
  const options = { host: 'example.org', user: 'ada', asker, signal: new AbortController().signal };
  return { asker, ask: createAccountQuestion(options) };
};

test('the person is asked once, however many connections want it', async () => {
  const { asker, ask } = question(accountAnswer('acc'));
  expect(await Promise.all([ask(false), ask(false)])).toEqual(['acc', 'acc']);
  expect(await ask(false)).toBe('acc');
  expect(asker.asked).toEqual([{ kind: 'account', host: 'example.org', user: 'ada', refused: false }]);
});

test('one that was refused is asked for again, and the new one holds', async () => {
  const { asker, ask } = question(accountAnswer('wrong'), accountAnswer('right'));
  await ask(false);
  expect(await ask(true)).toBe('right');
  expect(await ask(false)).toBe('right');
  expect(asker.asked).toMatchObject([{ refused: false }, { refused: true }]);
});

test('a question that is closed is declined, and asked again the next time', async () => {
  const { asker, ask } = question();
  await expect(ask(false)).rejects.toMatchObject({ fault: { kind: 'refused-here', reason: 'declined' } });
  await expect(ask(false)).rejects.toMatchObject({ fault: { reason: 'declined' } });
  expect(asker.asked.length).toBe(2);
});
