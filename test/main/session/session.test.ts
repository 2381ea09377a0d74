import { afterEach, describe, expect, test, vi } from 'vitest';
import { KEEP_ALIVE_MS } from '../../../src/main/session/keep-alive.ts';
import { createSession, type Session, type SessionServices } from '../../../src/main/session/session.ts';
import { fakeAsker, passwordAnswer } from './fake-asker.ts';
import { fakeServices, SETTINGS } from './fake-services.ts';
import { entry, fakeConnect, fakeUserFtp, lostConnection, refusal, SUMMARY } from './fake-user-ftp.ts';

const WISH = { sessionId: 's1', title: 'ada@example.org', settings: SETTINGS, password: 'secret', siteId: null };

let open: Session | null = null;
const sessionOn = (services: SessionServices): Session => {
  open = createSession(services, WISH);
  return open;
};
afterEach(async () => {
  await open?.close();
  vi.useRealTimers();
});

const listWith = { refresh: false, signal: null, onEntries: () => {} };

describe('a session', () => {
  test('is seen connecting, then connected, with what the server let us know', async () => {
    const { connect, told } = fakeConnect(() =>
      fakeUserFtp({ home: '/srv', tlsProtocol: 'TLSv1.3', features: new Map([['MFMT', '']]) }),
    );
    const services = fakeServices(connect);
    const session = sessionOn(services);
    await session.browser();
    expect(services.views.map(({ status }) => status)).toEqual(['connecting', 'connected']);
    expect(session.view()).toEqual({
      sessionId: 's1',
      title: 'ada@example.org',
      settings: SETTINGS,
      siteId: null,
      status: 'connected',
      fault: null,
      home: '/srv',
      tlsProtocol: 'TLSv1.3',
      names: { chosen: 'auto', guessed: null },
      can: { changeMode: true, setModified: true },
    });
    expect(told[0]).toMatchObject({ host: 'example.org', port: 21, user: 'ada', password: 'secret', security: 'try' });
  });

  test('remembers that the host has TLS, for every later session', async () => {
    const { connect, told } = fakeConnect((options) => {
      options.onLearned('hadTls', true, []);
      if (told.length === 1) throw refusal('PASS', 530);
      return fakeUserFtp({ tlsProtocol: 'TLSv1.3' });
    });
    const services = fakeServices(connect);
    // Whatever becomes of the login.
    await expect(sessionOn(services).browser()).rejects.toThrow();
    await open?.close();
    await sessionOn(services).browser();
    expect(told.map(({ learned }) => learned.hadTls)).toEqual([false, true]);
  });

  test('remembers what transfers learned about the server, for every later session', async () => {
    const services = fakeServices(fakeConnect(() => fakeUserFtp({})).connect);
    sessionOn(services).learn('storesDirectly', 'it does not rename', ['RNTO', '502 no']);
    await open?.close();
    expect(sessionOn(services).knows('storesDirectly')).toBe(true);
    expect(open?.knows('piecesFail')).toBe(false);
  });

  test('remembers what was learned about the server, for every later session', async () => {
    const { connect, told } = fakeConnect((options) => {
      options.onLearned('epsvFails', true, ['EPSV', '500 no']);
      return fakeUserFtp();
    });
    const services = fakeServices(connect);
    await sessionOn(services).browser();
    await open?.close();
    await sessionOn(services).browser();
    expect(told.map(({ learned }) => learned.epsvFails)).toEqual([false, true]);
  });

  test('connects as its settings say', async () => {
    const { connect, told } = fakeConnect(() => fakeUserFtp());
    const how = {
      dataConnection: 'active',
      activePorts: [5_000, 5_010],
      externalAddress: '192.0.2.1',
      pipelining: false,
    } as const;
    open = createSession(fakeServices(connect), { ...WISH, settings: { ...SETTINGS, ...how } });
    await open.browser();
    expect(told[0]).toMatchObject(how);
  });

  test('says at the login what its settings want, and asks the person for one-time passwords', async () => {
    const { connect, told } = fakeConnect(() => fakeUserFtp());
    const login = { hostCommand: true, language: 'de', oneTimePasswords: true, commands: ['SITE UMASK 022'] };
    const services = fakeServices(connect, fakeAsker(passwordAnswer('BAIL TUFT BITS GANG CHEF THY')));
    open = createSession(services, { ...WISH, settings: { ...SETTINGS, login } });
    await open.browser();
    expect(told[0]?.login).toEqual(login);
    expect(await told[0]?.askOneTime?.('otp-md5 99 TeSt', false)).toBe('BAIL TUFT BITS GANG CHEF THY');
  });

  test('lends connections with the same secrets, numbered apart in the transcript', async () => {
    const { connect, told } = fakeConnect((options, count) => {
      options.observer.note(`connection ${count}`);
      return fakeUserFtp();
    });
    const session = sessionOn(fakeServices(connect));
    await session.browser();
    await session.lease(new AbortController().signal);
    expect(told[1]).toMatchObject({ user: 'ada', password: 'secret' });
    expect(told[1]?.learned).toBe(told[0]?.learned);
    expect(session.transcript().map(({ connection, text }) => [connection, text])).toEqual([
      [0, 'connection 1'],
      [1, 'connection 2'],
    ]);
  });

  test('that is lost says so with the fault, in the transcript too', async () => {
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    const session = sessionOn(fakeServices(connect));
    await session.browser();
    made[0]?.lose();
    await vi.waitFor(() => expect(session.view()).toMatchObject({ status: 'lost', fault: { cause: 'reset' } }));
    expect(session.transcript().at(-1)).toMatchObject({ kind: 'error' });
  });

  test('is connected again after its connections were dropped, and not where nothing was', async () => {
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    const services = fakeServices(connect);
    const session = sessionOn(services);
    await session.browser();
    const leased = await session.lease(new AbortController().signal);
    session.drop((connection) => connection === leased);
    session.renew();
    expect(made.map(({ ended }) => ended)).toEqual([null, 'destroyed']);
    session.drop(() => true);
    session.renew();
    await session.browser();
    expect(made.map(({ ended }) => ended)).toEqual(['destroyed', 'destroyed', null]);
    expect(services.views.at(-1)?.status).toBe('connected');
  });

  test('that could not be connected again is when there is a network', async () => {
    let away = false;
    const { connect } = fakeConnect(() => {
      if (away) throw lostConnection();
      return fakeUserFtp();
    });
    const services = fakeServices(connect);
    const session = sessionOn(services);
    await session.browser();
    away = true;
    session.drop(() => true);
    session.renew();
    await vi.waitFor(() => expect(services.views.at(-1)?.status).toBe('lost'));
    away = false;
    session.renew();
    await vi.waitFor(() => expect(services.views.at(-1)?.status).toBe('connected'));
  });

  test('keeps its idle connection alive', async () => {
    vi.useFakeTimers();
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    await sessionOn(fakeServices(connect)).browser();
    await vi.advanceTimersByTimeAsync(KEEP_ALIVE_MS);
    expect(made[0]?.asked).toEqual(['noop']);
  });

  test('leaves its idle connection alone where the site wants that', async () => {
    vi.useFakeTimers();
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    open = createSession(fakeServices(connect), { ...WISH, settings: { ...SETTINGS, keepAlive: false } });
    await open.browser();
    await vi.advanceTimersByTimeAsync(10 * KEEP_ALIVE_MS);
    expect(made[0]?.asked).toEqual([]);
  });

  test('once closed is told so, ends everything and answers nothing', async () => {
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    const services = fakeServices(connect);
    const session = sessionOn(services);
    await session.browser();
    await session.lease(new AbortController().signal);
    await session.close();
    expect(services.views.at(-1)?.status).toBe('closed');
    expect(made.map(({ ended }) => ended)).toEqual(['quit', 'destroyed']);
    await expect(session.browser()).rejects.toMatchObject({ fault: { reason: 'not-connected' } });
  });

  test('learns that the server knows no SITE CHMOD', async () => {
    const { connect } = fakeConnect(() => fakeUserFtp());
    const services = fakeServices(connect);
    const session = sessionOn(services);
    await session.browser();
    session.cannotChangeMode();
    expect(services.views.at(-1)?.can.changeMode).toBe(false);
  });
});

describe('listing a directory', () => {
  test('tells of its entries and where it is', async () => {
    const { connect } = fakeConnect(() =>
      fakeUserFtp({
        list: async (_path, { onEntries }) => {
          onEntries([entry('a')]);
          onEntries([entry('b')]);
          return { ...SUMMARY, entries: 2 };
        },
      }),
    );
    const names: string[] = [];
    const onEntries = (some: readonly { name: string }[]) => names.push(...some.map(({ name }) => name));
    const listed = await sessionOn(fakeServices(connect)).list('/pub', { ...listWith, onEntries });
    expect(names).toEqual(['a', 'b']);
    expect(listed).toEqual({ path: '/pub', summary: { ...SUMMARY, entries: 2 } });
  });

  test.each([
    ['/pub', ['list /pub'], '/pub'],
    ['pub', ['list /home/pub'], '/home/pub'],
    ['/a/../b', ['changeDirectory /a/../b', 'list /b'], '/b'],
    ['..', ['changeDirectory /home/..', 'list /'], '/'],
    ['~', ['changeDirectory ~', 'list /home'], '/home'],
  ])('%s leads to where the server says', async (asked, commands, path) => {
    const places: Readonly<Record<string, string>> = { '/a/../b': '/b', '/home/..': '/', '~': '/home' };
    const { connect, made } = fakeConnect(() =>
      fakeUserFtp({ changeDirectory: async (where) => places[where] ?? where }),
    );
    const listed = await sessionOn(fakeServices(connect)).list(asked, listWith);
    expect(made[0]?.asked).toEqual(commands);
    expect(listed.path).toBe(path);
  });

  test('is asked of a new connection where the old one turns out to be dead', async () => {
    const { connect, made } = fakeConnect((_options, count) => {
      const userFtp = fakeUserFtp({
        list: async () => {
          if (count > 1) return SUMMARY;
          userFtp.lose();
          throw lostConnection();
        },
      });
      return userFtp;
    });
    const session = sessionOn(fakeServices(connect));
    expect(await session.list('/', listWith)).toEqual({ path: '/', summary: SUMMARY });
    expect(made.map(({ asked }) => asked)).toEqual([['list /'], ['list /']]);
  });

  test('is not begun again once some of it has been told', async () => {
    const { connect, made } = fakeConnect(() =>
      fakeUserFtp({
        list: async (_path, { onEntries }) => {
          onEntries([entry('a')]);
          throw lostConnection();
        },
      }),
    );
    await expect(sessionOn(fakeServices(connect)).list('/', listWith)).rejects.toThrow('ECONNRESET');
    expect(made).toHaveLength(1);
  });

  test('ends in what the server refuses it with', async () => {
    const { connect } = fakeConnect(() => fakeUserFtp({ list: () => Promise.reject(refusal('LIST', 550)) }));
    await expect(sessionOn(fakeServices(connect)).list('/', listWith)).rejects.toMatchObject({ fault: { code: 550 } });
  });

  test('comes from what is known until it is forgotten', async () => {
    const { connect, made } = fakeConnect(() => fakeUserFtp());
    const session = sessionOn(fakeServices(connect));
    await session.list('/a', listWith);
    await session.list('/a', listWith);
    expect(made[0]?.asked).toEqual(['list /a']);
    session.forget('/a');
    await session.list('/a', listWith);
    expect(made[0]?.asked).toEqual(['list /a', 'list /a']);
  });
});

test('the person is asked once for a password, however many connections wait for it', async () => {
  const { connect, told } = fakeConnect(() => fakeUserFtp());
  const asker = fakeAsker(passwordAnswer('told'));
  open = createSession(fakeServices(connect, asker), { ...WISH, password: null });
  const never = new AbortController().signal;
  await Promise.all([open.lease(never), open.browser(), open.lease(never)]);
  expect(asker.asked).toHaveLength(1);
  expect(told.map(({ password }) => password)).toEqual(['told', 'told', 'told']);
});
