import { describe, expect, test } from 'vitest';
import { passwordChangeOf } from '../../../src/renderer/sites/password-change.ts';

describe('the password of a site', () => {
  const wish = { typed: '', keep: true, hasPassword: false, sessionId: null };
  test.each([
    ['typed and to be kept', { ...wish, typed: 'x' }, { kind: 'keep', secret: 'x' }],
    ['typed but not to be kept', { ...wish, typed: 'x', keep: false }, { kind: 'leave' }],
    ['the connection has one', { ...wish, sessionId: 's' }, { kind: 'keep-from-session', sessionId: 's' }],
    ['typed beside the connection’s', { ...wish, typed: 'x', sessionId: 's' }, { kind: 'keep', secret: 'x' }],
    ['kept already', { ...wish, hasPassword: true }, { kind: 'leave' }],
    ['kept until now', { ...wish, hasPassword: true, keep: false }, { kind: 'forget' }],
  ])('%s', (_, given, expected) => expect(passwordChangeOf(given)).toEqual(expected));
});
