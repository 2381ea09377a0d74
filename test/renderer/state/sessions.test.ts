import { beforeEach, describe, expect, test } from 'vitest';
import type { SessionView } from '#shared/model/session.ts';
import {
  chooseSession,
  currentSession,
  forgetSession,
  receiveSession,
  sessions,
} from '../../../src/renderer/state/sessions.ts';

const view = (sessionId: string, rest: Partial<SessionView> = {}): SessionView => ({
  sessionId,
  title: sessionId,
  settings: {
    host: 'h',
    port: 21,
    user: 'u',
    account: null,
    security: 'none',
    dataConnection: 'auto',
    encoding: 'auto',
    remotePath: null,
    localPath: null,
  },
  siteId: null,
  status: 'connected',
  fault: null,
  home: '/',
  tlsProtocol: null,
  can: { changeMode: true, setModified: true },
  ...rest,
});

beforeEach(() => sessions.setState({ sessions: [], currentId: null }, true));

describe('sessions', () => {
  test('keep the order in which they were opened while they change', () => {
    receiveSession(view('a'));
    receiveSession(view('b'));
    receiveSession(view('a', { status: 'lost' }));
    expect(sessions.getState().sessions.map(({ sessionId, status }) => [sessionId, status])).toEqual([
      ['a', 'lost'],
      ['b', 'connected'],
    ]);
  });

  test('are forgotten when they are closed, and the pane shows none then', () => {
    receiveSession(view('a'));
    chooseSession('a');
    expect(currentSession(sessions.getState())?.sessionId).toBe('a');
    receiveSession(view('a', { status: 'closed' }));
    expect(sessions.getState()).toEqual({ sessions: [], currentId: null });
  });

  test('stay chosen when another one goes', () => {
    receiveSession(view('a'));
    receiveSession(view('b'));
    chooseSession('a');
    forgetSession('b');
    expect(sessions.getState().currentId).toBe('a');
  });

  test('can be chosen before main has told of them', () => {
    chooseSession('a');
    expect(currentSession(sessions.getState())).toBeNull();
    receiveSession(view('a', { status: 'connecting' }));
    expect(currentSession(sessions.getState())?.status).toBe('connecting');
  });
});
