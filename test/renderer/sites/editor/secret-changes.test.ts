import { describe, expect, test } from 'vitest';
import {
  passwordChangeOf,
  secretChangeOf,
  secretChangesOf,
  secretDraftsOf,
} from '../../../../src/renderer/sites/editor/secret-changes.ts';

describe('the password of a site', () => {
  const wish = { typed: '', keep: true, held: false, sessionId: null };
  test.each([
    ['typed and to be kept', { ...wish, typed: 'x' }, { kind: 'keep', secret: 'x' }],
    ['typed but not to be kept', { ...wish, typed: 'x', keep: false }, { kind: 'leave' }],
    ['the connection has one', { ...wish, sessionId: 's' }, { kind: 'keep-from-session', sessionId: 's' }],
    ['typed beside the connection’s', { ...wish, typed: 'x', sessionId: 's' }, { kind: 'keep', secret: 'x' }],
    ['not to be kept from the connection', { ...wish, keep: false, sessionId: 's' }, { kind: 'leave' }],
    ['kept already', { ...wish, held: true }, { kind: 'leave' }],
    ['kept until now', { ...wish, held: true, keep: false }, { kind: 'forget' }],
  ])('%s', (_, given, expected) => expect(passwordChangeOf(given)).toEqual(expected));
});

describe('the password of a proxy or a key', () => {
  const wish = { typed: '', keep: true, held: false };
  test.each([
    ['typed', { ...wish, typed: 'x' }, { kind: 'keep', secret: 'x' }],
    ['not typed', wish, { kind: 'leave' }],
    ['kept already', { ...wish, held: true }, { kind: 'leave' }],
    ['kept until now', { ...wish, held: true, keep: false }, { kind: 'forget' }],
  ])('%s', (_, given, expected) => expect(secretChangeOf(given)).toEqual(expected));
});

describe('all secrets of a site', () => {
  test('are left alone where nothing was typed', () => {
    const drafts = secretDraftsOf(true, ['login', 'proxy'], false);
    const left = { kind: 'leave' };
    expect(secretChangesOf(drafts, ['login', 'proxy'], null)).toEqual({
      login: left,
      proxy: left,
      'client-certificate': left,
    });
  });

  test('change each by itself', () => {
    const drafts = secretDraftsOf(true, ['login'], false);
    const typed = {
      ...drafts,
      'client-certificate': { typed: 'phrase', keep: true },
      login: { typed: '', keep: false },
    };
    expect(secretChangesOf(typed, ['login'], null)).toEqual({
      login: { kind: 'forget' },
      proxy: { kind: 'leave' },
      'client-certificate': { kind: 'keep', secret: 'phrase' },
    });
  });

  test('are kept nowhere where the system has no safe place', () => {
    const drafts = secretDraftsOf(false, [], true);
    expect(Object.values(drafts).map(({ keep }) => keep)).toEqual([false, false, false]);
  });
});
