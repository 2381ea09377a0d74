import { beforeEach, describe, expect, test } from 'vitest';
import {
  chooseSession,
  currentSession,
  forgetSession,
  receiveSession,
  sessions,
} from '../../../src/renderer/state/sessions.ts';
import { sessionView } from '../../fixtures/sessions.ts';

beforeEach(() => sessions.setState({ sessions: [], currentId: null }, true));

describe('sessions', () => {
  test('keep the order in which they were opened while they change', () => {
    receiveSession(sessionView('a'));
    receiveSession(sessionView('b'));
    receiveSession(sessionView('a', { status: 'lost' }));
    expect(sessions.getState().sessions.map(({ sessionId, status }) => [sessionId, status])).toEqual([
      ['a', 'lost'],
      ['b', 'connected'],
    ]);
  });

  test('are forgotten when they are closed, and the pane shows none then', () => {
    receiveSession(sessionView('a'));
    chooseSession('a');
    expect(currentSession(sessions.getState())?.sessionId).toBe('a');
    receiveSession(sessionView('a', { status: 'closed' }));
    expect(sessions.getState()).toEqual({ sessions: [], currentId: null });
  });

  test('stay chosen when another one goes', () => {
    receiveSession(sessionView('a'));
    receiveSession(sessionView('b'));
    chooseSession('a');
    forgetSession('b');
    expect(sessions.getState().currentId).toBe('a');
  });

  test('can be chosen before main has told of them', () => {
    chooseSession('a');
    expect(currentSession(sessions.getState())).toBeNull();
    receiveSession(sessionView('a', { status: 'connecting' }));
    expect(currentSession(sessions.getState())?.status).toBe('connecting');
  });
});
