import { expect, test } from 'vitest';
import { factsToAskFor } from '../../../../../src/main/ftp/user-pi/sequences/features.ts';

test('facts that are sent by default need no OPTS', () => {
  expect(factsToAskFor('type*;size*;modify*;unique;')).toBeNull();
  expect(factsToAskFor('')).toBeNull();
});

test('a wanted fact that is off is asked for together with those that are on', () => {
  expect(factsToAskFor('type*;perm*;size*;unique*;UNIX.mode;')).toBe('type;perm;size;UNIX.mode;');
});
