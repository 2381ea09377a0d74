import { beforeEach, describe, expect, test } from 'vitest';
import {
  forgetSession,
  receiveSession,
  sessionOf,
  sessionOfSite,
  sessions,
} from '../../../src/renderer/state/sessions.ts';
import { sessionView } from '../../fixtures/sessions.ts';

beforeEach(() => sessions.setState({ sessions: [] }, true));

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

  test('are found by the site they are with', () => {
    receiveSession(sessionView('a'));
    receiveSession(sessionView('b', { siteId: 'work' }));
    expect(sessionOfSite(sessions.getState(), 'work')?.sessionId).toBe('b');
    expect(sessionOfSite(sessions.getState(), 'home')).toBeNull();
  });

  test('are forgotten when they are closed or given up', () => {
    receiveSession(sessionView('a'));
    receiveSession(sessionView('b'));
    receiveSession(sessionView('a', { status: 'closed' }));
    expect(sessionOf(sessions.getState(), 'a')).toBeNull();
    forgetSession('b');
    expect(sessions.getState()).toEqual({ sessions: [] });
  });
});
