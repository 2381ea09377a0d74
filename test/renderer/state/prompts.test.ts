import { beforeEach, expect, test } from 'vitest';
import type { Prompt } from '#shared/model/prompt.ts';
import {
  markAnswered,
  markUnanswered,
  prompts,
  promptToShow,
  receivePrompts,
} from '../../../src/renderer/state/prompts.ts';

const question = (id: number): Prompt => ({
  id,
  kind: 'password',
  purpose: 'login',
  challenge: null,
  host: 'h.example',
  user: 'me',
  refused: false,
  canKeep: false,
});
const shown = () => promptToShow(prompts.getState())?.id ?? null;

beforeEach(() => receivePrompts([]));

test('the oldest question is shown first', () => {
  receivePrompts([question(1), question(2)]);
  expect(shown()).toBe(1);
});

test('an answered question leaves at once, also while main still lists it', () => {
  receivePrompts([question(1), question(2)]);
  markAnswered(1);
  expect(shown()).toBe(2);
  receivePrompts([question(1), question(2)]);
  expect(shown()).toBe(2);
});

test('a question whose answer did not arrive comes back', () => {
  receivePrompts([question(1)]);
  markAnswered(1);
  markUnanswered(1);
  expect(shown()).toBe(1);
});

test('what was answered is forgotten when main has taken it off its list', () => {
  receivePrompts([question(1)]);
  markAnswered(1);
  receivePrompts([]);
  expect(prompts.getState().answered.size).toBe(0);
});
