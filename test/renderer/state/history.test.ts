import { describe, expect, test } from 'vitest';
import { goBack, goForward, NO_HISTORY, visit } from '../../../src/renderer/state/history.ts';
import type { Place } from '../../../src/renderer/state/place.ts';

const local = (path: string): Place => ({ kind: 'local', path });
const remote = (sessionId: string, path: string): Place => ({ kind: 'remote', sessionId, path });

describe('history', () => {
  test('goes back the way one came and forward again', () => {
    const visited = visit(visit(NO_HISTORY, local('/'), local('/a')), local('/a'), local('/a/b'));
    const back = goBack(visited, local('/a/b'));
    expect(back?.place).toEqual(local('/a'));
    const further = goBack(back?.history ?? NO_HISTORY, local('/a'));
    expect(further?.place).toEqual(local('/'));
    const forward = goForward(further?.history ?? NO_HISTORY, local('/'));
    expect(forward?.place).toEqual(local('/a'));
    expect(goForward(forward?.history ?? NO_HISTORY, local('/a'))?.place).toEqual(local('/a/b'));
  });

  test('has nowhere to go at its ends', () => {
    expect(goBack(NO_HISTORY, local('/'))).toBeNull();
    expect(goForward(NO_HISTORY, local('/'))).toBeNull();
  });

  test('gives up what was ahead when one goes elsewhere', () => {
    const back = goBack(visit(NO_HISTORY, local('/'), local('/a')), local('/a'));
    expect(visit(back?.history ?? NO_HISTORY, local('/'), local('/b')).forward).toEqual([]);
  });

  test('does not count staying where one is', () => {
    expect(visit(NO_HISTORY, local('/a'), local('/a'))).toBe(NO_HISTORY);
    expect(visit(NO_HISTORY, null, local('/a'))).toBe(NO_HISTORY);
    expect(visit(NO_HISTORY, remote('1', '/a'), remote('2', '/a')).back).toHaveLength(1);
  });

  test('is bounded', () => {
    let history = NO_HISTORY;
    for (let step = 0; step < 300; step += 1) history = visit(history, local(`/${step}`), local(`/${step + 1}`));
    expect(history.back).toHaveLength(100);
    expect(history.back.at(-1)).toEqual(local('/299'));
  });
});
