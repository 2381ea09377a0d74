import { describe, expect, test } from 'vitest';
import {
  forgetSource,
  lastPlaceOf,
  type Place,
  rememberPlace,
  samePlace,
  sameSource,
  sessionSource,
  THIS_COMPUTER,
} from '../../../src/renderer/state/place.ts';

const LOCAL: Place = { kind: 'local', path: '/a' };
const remote = (sessionId: string, path = '/a'): Place => ({ kind: 'remote', sessionId, path });

describe('a place', () => {
  test('is another on another site, in another folder, or nowhere', () => {
    expect(samePlace(remote('1'), remote('1'))).toBe(true);
    expect(samePlace(remote('1'), remote('2'))).toBe(false);
    expect(samePlace(remote('1'), remote('1', '/b'))).toBe(false);
    expect(samePlace(LOCAL, remote('1'))).toBe(false);
    expect(samePlace(LOCAL, null)).toBe(false);
    expect(samePlace(null, null)).toBe(true);
  });

  test('belongs to its source', () => {
    expect(sameSource(LOCAL, THIS_COMPUTER)).toBe(true);
    expect(sameSource(remote('1'), sessionSource('1'))).toBe(true);
    expect(sameSource(remote('1'), sessionSource('2'))).toBe(false);
    expect(sameSource(null, THIS_COMPUTER)).toBe(false);
  });
});

describe('the last places', () => {
  const visited = [LOCAL, remote('1'), remote('2'), remote('1', '/b'), null].reduce(rememberPlace, []);

  test('are one for every source, the last', () => {
    expect(lastPlaceOf(visited, THIS_COMPUTER)).toEqual(LOCAL);
    expect(lastPlaceOf(visited, sessionSource('1'))).toEqual(remote('1', '/b'));
    expect(visited).toHaveLength(3);
  });

  test('go with a session that is gone', () => {
    expect(lastPlaceOf(forgetSource(visited, sessionSource('1')), sessionSource('1'))).toBeNull();
    expect(forgetSource(visited, sessionSource('1'))).toHaveLength(2);
  });
});
