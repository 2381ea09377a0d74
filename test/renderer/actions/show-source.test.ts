import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionView } from '#shared/model/session.ts';
import { openPlace } from '../../../src/renderer/actions/open-place.ts';
import { followSessions, showSession, showSource } from '../../../src/renderer/actions/show-source.ts';
import { activatePane, currentSessionId, paneOf, panes } from '../../../src/renderer/state/panes.ts';
import { type Place, THIS_COMPUTER } from '../../../src/renderer/state/place.ts';
import { forgetSession, receiveSession, sessions } from '../../../src/renderer/state/sessions.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';
import { entry } from '../listing/entries-fixture.ts';
import { installFakeMain, resetPanes } from './fake-main.ts';

const main = installFakeMain();
afterAll(() => vi.unstubAllGlobals());
sessions.subscribe(followSessions);

const session = (sessionId: string, part: Partial<SessionView> = {}): SessionView =>
  sessionView(sessionId, { home: `/home/${sessionId}`, ...part });
const asked = () => main.open.map(({ input }) => input);
const PUB: Place = { kind: 'remote', sessionId: 's', path: '/pub' };

beforeEach(() => {
  sessions.setState({ sessions: [] });
  resetPanes();
});

describe('a pane', () => {
  test('opens the folder after login of the session it is to show, once that stands, and once', () => {
    receiveSession(session('s', { status: 'connecting', home: null }));
    showSession('right', 's');
    expect(asked()).toEqual([]);
    receiveSession(session('s'));
    receiveSession(session('s'));
    expect(asked()).toEqual([{ sessionId: 's', path: '/home/s', freshness: 'recent' }]);
  });

  test('opens where the site says, and the local folder that belongs to it', () => {
    receiveSession(session('s', { settings: settingsOf({ remotePath: '/www', localPath: '/work' }) }));
    showSession('right', 's');
    expect(asked()).toMatchObject([{ path: '/www' }, { path: '/work' }]);
  });

  test('keeps the local folder of a site for when it comes back to this computer', () => {
    receiveSession(session('s', { settings: settingsOf({ localPath: '/work' }) }));
    showSession('left', 's');
    expect(asked()).toHaveLength(1);
    showSource('left', THIS_COMPUTER);
    expect(asked()).toMatchObject([{ path: '/work' }]);
  });

  test('keeps its rows while the session is lost', async () => {
    receiveSession(session('s'));
    openPlace('right', PUB);
    main.chunk([entry('a')]);
    await main.end('/pub');
    receiveSession(session('s', { status: 'lost' }));
    expect(paneOf('right')).toMatchObject({ place: PUB, status: 'complete' });
  });

  test('shows nothing on the right, and this computer on the left, when the session is gone', async () => {
    openPlace('left', { kind: 'local', path: '/home/ann' });
    await main.end('/home/ann');
    receiveSession(session('s'));
    showSession('left', 's');
    showSession('right', 's');
    forgetSession('s');
    expect(paneOf('right')).toMatchObject({ source: null, place: null, status: 'empty' });
    expect(paneOf('left').source).toEqual(THIS_COMPUTER);
    expect(asked()).toEqual([{ path: '/home/ann' }]);
  });

  test('comes back to the folder where it last was on a site', async () => {
    receiveSession(session('s'));
    receiveSession(session('t'));
    openPlace('right', PUB);
    await main.end('/pub');
    showSession('right', 't');
    await main.end('/home/t');
    showSession('right', 's');
    expect(asked()).toMatchObject([{ sessionId: 's', path: '/pub' }]);
  });

  test('does not go back in its history to another site', async () => {
    receiveSession(session('s'));
    openPlace('left', { kind: 'local', path: '/home/ann' });
    showSession('left', 's');
    expect(paneOf('left').history.back).toEqual([]);
  });
});

describe('the session that the window is about', () => {
  test('is that of the pane that last had the focus, else the one on the right, else the one on the left', () => {
    const current = () => currentSessionId(panes.getState());
    expect(current()).toBeNull();
    showSession('left', 'l');
    activatePane('right');
    expect(current()).toBe('l');
    showSession('right', 'r');
    expect(current()).toBe('r');
    activatePane('left');
    expect(current()).toBe('l');
    showSource('left', THIS_COMPUTER);
    expect(current()).toBe('r');
  });
});
