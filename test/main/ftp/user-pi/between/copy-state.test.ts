import { describe, expect, it } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import {
  type CopyState,
  isOver,
  isTurnedAway,
  outcomeOf,
  refusalOf,
  type Said,
  whyCopyFailed,
} from '../../../../../src/main/ftp/user-pi/between/copy-state.ts';

const final = (code: number): Said => ({ final: { code, lines: ['words'] } });
const lost: Fault = {
  kind: 'control-connection',
  stage: 'transfer-command',
  cause: 'reset',
  host: 'h',
  port: 21,
  detail: 'ECONNRESET',
};
const cancelled: Fault = { kind: 'cancelled', stage: 'transfer-command' };
const state = (source: Said, target: Said, ending: Fault | null = null): CopyState => ({ source, target, ending });

describe('a copy goes on', () => {
  it.each<[string, CopyState]>([
    ['before anything is said', state('nothing', 'unsent')],
    ['while both are at it', state('preliminary', 'preliminary')],
    ['while the one has completed and the other has not', state(final(226), 'preliminary')],
    ['the other way round', state('preliminary', final(250))],
  ])('%s', (_when, at) => {
    expect(isOver(at)).toBe(false);
    expect(outcomeOf(at)).toBe(null);
  });
});

it('is done when both servers say so', () => {
  const at = state(final(226), final(250));
  expect(isOver(at)).toBe(true);
  expect(outcomeOf(at)).toMatchObject({ source: { code: 226 }, target: { code: 250 } });
});

describe('a copy fails', () => {
  const why = (first: CopyState, last = first, begun = true): Fault => {
    expect(isOver(first)).toBe(true);
    expect(outcomeOf(first)).toBe(null);
    return whyCopyFailed(first, last, begun);
  };

  it('with what the source refuses, before the target was asked', () => {
    expect(why(state(final(550), 'unsent'), undefined, false)).toMatchObject({
      kind: 'reply',
      command: 'RETR',
      code: 550,
      stage: 'transfer-command',
    });
  });

  it('with what the target refuses', () => {
    const fault = why(state('preliminary', final(553)), state(final(226), final(553)), false);
    expect(fault).toMatchObject({ command: 'STOR', code: 553, stage: 'transfer-command' });
  });

  it('with the full disk of the target rather than the broken connection it led to', () => {
    const broken = state(final(426), 'preliminary');
    expect(why(broken, state(final(426), final(452)))).toMatchObject({ command: 'STOR', code: 452 });
    expect(why(state(final(426), final(452)))).toMatchObject({ command: 'STOR', code: 452 });
    expect(why(broken, state(final(426), final(226)))).toMatchObject({ command: 'RETR', code: 426 });
  });

  it('with a lost control connection; the outcome is unknown where the other side had completed', () => {
    expect(why(state({ lost }, 'preliminary'))).toMatchObject({
      kind: 'control-connection',
      stage: 'after-preliminary-reply',
    });
    expect(why(state(final(226), { lost }))).toMatchObject({ kind: 'control-connection', stage: 'after-data' });
    expect(why(state({ lost }, final(226)))).toMatchObject({ kind: 'control-connection', stage: 'after-data' });
  });

  it('when it is cancelled, whatever the servers say afterwards', () => {
    const fault = why(state('preliminary', 'preliminary', cancelled), state(final(426), final(226)));
    expect(fault).toEqual({ kind: 'cancelled', stage: 'after-preliminary-reply' });
  });
});

it('knows a call that was turned away from one that was never made', () => {
  expect(isTurnedAway(final(226), 'nothing')).toBe(true);
  expect(isTurnedAway(final(426), 'nothing')).toBe(true);
  expect(isTurnedAway(final(425), 'nothing')).toBe(false);
  expect(isTurnedAway(final(226), 'preliminary')).toBe(false);
  expect(isTurnedAway('preliminary', 'nothing')).toBe(false);
});

it('knows whose reply was no completion', () => {
  const at = state(final(226), final(425));
  expect(refusalOf(at, 'source')).toBe(null);
  expect(refusalOf(at, 'target')).toMatchObject({ command: 'STOR', code: 425 });
});
