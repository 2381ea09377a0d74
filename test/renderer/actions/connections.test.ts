import { beforeEach, expect, test, vi } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import type { SessionView } from '#shared/model/session.ts';
import type { Site } from '#shared/model/site.ts';
import { failed, ok } from '#shared/result.ts';
import {
  cancelAttempt,
  connect,
  connectSite,
  disconnect,
  disconnectCurrent,
  reconnectSession,
} from '../../../src/renderer/actions/connections.ts';
import { openPlace } from '../../../src/renderer/actions/open-place.ts';
import { followSessions, showSession } from '../../../src/renderer/actions/show-source.ts';
import { connectionAttempt } from '../../../src/renderer/state/connection-attempt.ts';
import { dismissAllNotices, faultNotices } from '../../../src/renderer/state/faults.ts';
import { currentSessionId, paneOf, panes } from '../../../src/renderer/state/panes.ts';
import { type Side, sessionIdOf, THIS_COMPUTER } from '../../../src/renderer/state/place.ts';
import { receiveSession, sessions } from '../../../src/renderer/state/sessions.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';
import { installFakeMain, resetPanes } from './fake-main.ts';

const settings = settingsOf({ host: 'h.example', user: 'me' });
const session = (sessionId: string, part: Partial<SessionView> = {}): SessionView =>
  sessionView(sessionId, { title: 'me@h.example', settings, ...part });
const site: Site = { siteId: '1', name: 'Work', settings, secrets: [], lastConnectedMs: null };
const busy: Fault = { kind: 'reply', stage: 'greeting', command: null, code: 421, text: 'Too many.' };
const wishes = { settings, password: 'secret', siteId: null };

const main = installFakeMain();
let before = 0;
const opened = () => main.requests.slice(before).filter(({ channel }) => channel === 'connection/open');
const closed = () =>
  main.requests
    .slice(before)
    .filter(({ channel }) => channel === 'connection/close')
    .map(({ input }) => input);
const state = () => sessions.getState();
const shownOn = (side: Side) => sessionIdOf(paneOf(side).source);
sessions.subscribe(followSessions);

beforeEach(() => {
  before = main.requests.length;
  main.answerOn('connection/open', ({ sessionId }: { sessionId: string }) => ok(session(sessionId)));
  main.answerOn('connection/close', () => ok(null));
  sessions.setState({ sessions: [] });
  resetPanes();
  connectionAttempt.setState({ attempt: null, failedId: null });
  dismissAllNotices();
});

test('a connection that stands is shown, and the attempt is over', async () => {
  expect(await connect(wishes)).toBe(true);
  expect(state().sessions).toHaveLength(1);
  expect(shownOn('right')).toBe(state().sessions[0]?.sessionId);
  expect(connectionAttempt.getState().attempt).toBeNull();
});

test('a connection that stands leads the keyboard to its files, a failed one does not', async () => {
  const asked = () => paneOf('right').focusAsked;
  const before = asked();
  await connect(wishes);
  expect(asked()).toBe(before + 1);
  main.answerOn('connection/open', () => failed(busy));
  await connect(wishes);
  expect(asked()).toBe(before + 1);
});

test('connected again, a folder that could not be read is read, and one that was is left alone', async () => {
  main.answerOn('connection/reconnect', () => ok(session('s')));
  receiveSession(session('s', { status: 'lost' }));
  openPlace('right', { kind: 'remote', sessionId: 's', path: '/' });
  await main.fault({ kind: 'protocol', stage: 'preparing', reason: 'malformed-reply', detail: '' });
  await reconnectSession('s');
  expect(paneOf('right').status).toBe('loading');
  await main.end('/');
  await reconnectSession('s');
  expect(paneOf('right').status).toBe('complete');
});

test('an attempt that fails goes back to what was shown before, and tells why', async () => {
  receiveSession(session('old', { settings: { ...settings, host: 'other.example' } }));
  showSession('right', 'old');
  main.answerOn('connection/open', () => failed(busy));
  expect(await connect(wishes)).toBe(false);
  expect(state()).toMatchObject({ sessions: [{ sessionId: 'old' }] });
  expect(shownOn('right')).toBe('old');
  expect(faultNotices.getState().notices.map(({ fault }) => fault)).toEqual([busy]);
});

test('a retry asks main for the password: the window keeps none', async () => {
  main.answerOn('connection/open', () => failed(busy));
  await connect(wishes);
  faultNotices.getState().notices[0]?.retry?.();
  await vi.waitFor(() => expect(opened()).toHaveLength(2));
  expect(opened().map(({ input }) => input)).toMatchObject([{ password: 'secret' }, { password: null }]);
});

test('the notice of an attempt goes away with the next one', async () => {
  main.answerOn('connection/open', () => failed(busy));
  await connect(wishes);
  main.answerOn('connection/open', ({ sessionId }: { sessionId: string }) => ok(session(sessionId)));
  await connect(wishes);
  expect(faultNotices.getState().notices).toEqual([]);
});

test('an attempt under way is given up by closing its session, and is no fault', async () => {
  const { promise, resolve } = Promise.withResolvers<ReturnType<typeof failed>>();
  main.answerOn('connection/open', () => promise);
  const attempt = connect(wishes);
  await vi.waitFor(() => expect(opened()).toHaveLength(1));
  const sessionId = connectionAttempt.getState().attempt?.sessionId;
  await cancelAttempt();
  resolve(failed({ kind: 'cancelled', stage: 'connecting' }));
  expect(await attempt).toBe(false);
  expect(closed()).toEqual([{ sessionId }]);
  expect(faultNotices.getState().notices).toEqual([]);
});

test('a lost session to the same login is replaced', async () => {
  receiveSession(session('lost', { status: 'lost' }));
  receiveSession(session('elsewhere', { status: 'lost', settings: { ...settings, host: 'other.example' } }));
  await connect(wishes);
  expect(closed()).toEqual([{ sessionId: 'lost' }]);
  expect(state().sessions.map(({ sessionId }) => sessionId)).not.toContain('lost');
  expect(state().sessions.map(({ sessionId }) => sessionId)).toContain('elsewhere');
});

test('a site that is connected is shown, not connected twice', async () => {
  receiveSession(session('open'));
  await connectSite(site);
  expect(shownOn('right')).toBe('open');
  expect(opened()).toEqual([]);
});

test('a site connects with its id, so that main finds its password', async () => {
  await connectSite(site);
  expect(opened()[0]?.input).toMatchObject({ siteId: '1', password: null });
});

test('disconnecting shows another connection that is open', async () => {
  receiveSession(session('a'));
  receiveSession(session('b'));
  showSession('right', 'b');
  await disconnectCurrent();
  expect(shownOn('right')).toBe('a');
  await disconnect('a');
  expect(state()).toEqual({ sessions: [] });
  expect(paneOf('right').source).toBeNull();
});

test('a site can be connected on the left; where it cannot, this computer is shown there again', async () => {
  await connectSite(site, 'left');
  const sessionId = shownOn('left');
  expect(state().sessions).toMatchObject([{ sessionId }]);
  await disconnect(sessionId ?? '');
  expect(paneOf('left').source).toEqual(THIS_COMPUTER);
  main.answerOn('connection/open', () => failed(busy));
  await connectSite(site, 'left');
  expect(paneOf('left').source).toEqual(THIS_COMPUTER);
  expect(shownOn('right')).toBeNull();
});

test('closing the connection on the right does not show there what is on the left', async () => {
  receiveSession(session('a'));
  receiveSession(session('b'));
  showSession('left', 'a');
  showSession('right', 'b');
  await disconnect('b');
  expect(paneOf('right').source).toBeNull();
  expect(currentSessionId(panes.getState())).toBe('a');
});

test('a pane that shows a lost session shows the one that replaces it', async () => {
  receiveSession(session('lost', { status: 'lost' }));
  showSession('left', 'lost');
  await connect(wishes);
  expect(shownOn('left')).toBe(shownOn('right'));
  expect(shownOn('left')).not.toBe('lost');
});
