import { expect, test } from 'vitest';
import type { PromptAnswer } from '#shared/model/prompt.ts';
import { createOneTimeQuestion } from '../../../src/main/session/one-time-question.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';

const question = (...answers: readonly PromptAnswer[]) => {
  const asker = fakeAsker(...answers);
  const options = { host: 'example.org', user: 'ada', asker, signal: new AbortController().signal };
  return { asker, ask: createOneTimeQuestion(options) };
};

test('the person is shown the challenge of each login, and nothing is kept', async () => {
  const { asker, ask } = question(passwordAnswer('BAIL TUFT', true), passwordAnswer('EASE OIL'));
  expect([await ask('otp-md5 99 TeSt', false), await ask('otp-md5 98 TeSt', true)]).toEqual(['BAIL TUFT', 'EASE OIL']);
  const same = { kind: 'password', purpose: 'one-time', host: 'example.org', user: 'ada', canKeep: false };
  expect(asker.asked).toEqual([
    { ...same, challenge: 'otp-md5 99 TeSt', refused: false },
    { ...same, challenge: 'otp-md5 98 TeSt', refused: true },
  ]);
});

test('a question that is closed is declined', async () => {
  const { ask } = question();
  await expect(ask('otp-md5 99 TeSt', false)).rejects.toMatchObject({ fault: { reason: 'declined' } });
});
