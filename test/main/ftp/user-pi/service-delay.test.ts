import { expect, test } from 'vitest';
import { defaultConnectOptions } from '../../../../src/main/ftp/defaults.ts';
import { MOST_MINUTES, waitUntilReady } from '../../../../src/main/ftp/user-pi/sequences/service-delay.ts';

const MINUTE = 60_000;

const waiting = () => {
  const clock = { now: 1_000 };
  const notes: string[] = [];
  const observer = { command: () => {}, reply: () => {}, note: (text: string) => void notes.push(text) };
  const options = { ...defaultConnectOptions(), host: 'h', user: 'u', password: 'p', observer };
  return { clock, notes, wait: waitUntilReady({ options }, () => clock.now) };
};

/** Whole minutes for which silence is all right. */
const patience = ({ clock, wait }: ReturnType<typeof waiting>): number => {
  let minutes = 0;
  for (; wait.patient(); minutes += 1) clock.now += MINUTE;
  return minutes;
};

test.each([
  ['Service ready in 3 minutes.', 3],
  ['Service ready in 003 minutes.', 3],
  ['ready in 0 minutes', 0],
  ['Service ready in 999 minutes.', MOST_MINUTES],
  ['in a while', MOST_MINUTES],
])('%j is waited out for %i minutes', (text, minutes) => {
  const one = waiting();
  one.wait.onPreliminary({ code: 120, lines: [text] });
  expect(one.notes).toEqual([`the server is ready in ${minutes} minutes; waiting`]);
  expect(patience(one)).toBe(minutes);
});

test('without a 120 there is nothing to wait for, whatever a reply says', () => {
  const one = waiting();
  one.wait.onPreliminary({ code: 110, lines: ['ready in 5 minutes'] });
  expect(patience(one)).toBe(0);
});

test('one 120 after another is no longer than the longest', () => {
  const one = waiting();
  one.wait.onPreliminary({ code: 120, lines: ['10'] });
  one.clock.now += 10 * MINUTE;
  one.wait.onPreliminary({ code: 120, lines: ['10'] });
  expect(patience(one)).toBe(MOST_MINUTES - 10);
});
