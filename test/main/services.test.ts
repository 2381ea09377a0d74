import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventEnvelope, StreamDown } from '#shared/contract/messages.ts';
import { DEFAULT_PREFERENCES } from '#shared/model/preferences.ts';
import { WHOLE_QUEUE } from '#shared/model/transfer.ts';
import { serveRequest } from '../../src/main/ipc/serve.ts';
import { createStreamDesk } from '../../src/main/ipc/stream.ts';
import { createServices, type Services } from '../../src/main/services.ts';
import { openDatabase } from '../../src/main/store/database.ts';
import { SETTINGS } from './session/fake-services.ts';
import { entry, fakeConnect, fakeUserFtp, SUMMARY } from './session/fake-user-ftp.ts';

let folder = '';
let services: Services;
let server: ReturnType<typeof fakeConnect>;
const trashed: string[] = [];
const copied: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'longshore-services-'));
  trashed.length = 0;
  copied.length = 0;
  server = fakeConnect(() =>
    fakeUserFtp({
      list: async (_path, { onEntries }) => {
        onEntries([entry('a'), entry('b', 'directory')]);
        return { ...SUMMARY, entries: 2 };
      },
    }),
  );
  services = createServices({
    database: openDatabase(':memory:'),
    connect: server.connect,
    resolveProxy: async () => 'DIRECT',
    keyWrapper: {
      available: async () => true,
      wrap: async (key) => Buffer.from(key),
      unwrap: async (wrapped) => ({ key: Buffer.from(wrapped).toString(), wrapAgain: false }),
    },
    desktop: {
      trash: async (file) => void trashed.push(file),
      reveal: () => {},
      chooseFile: async () => null,
      chooseSaveFile: async (name) => path.join(folder, name),
      places: async () => [{ kind: 'home', path: folder }],
    },
    application: {
      info: () => ({ version: '1', platform: 'linux', languages: ['de'], home: folder, pathSeparator: '/' }),
      copyText: (text) => copied.push(text),
      personActive: () => {},
    },
    power: { onSuspend: () => {}, onResume: () => {}, keepAwake: () => () => {} },
    onBrokenQueue: () => {},
    onPreferences: () => {},
  });
});

afterEach(async () => {
  await services.close();
  rmSync(folder, { recursive: true });
});

/** Asks as the window does; the value, or the fault where there is one. */
const ask = async (channel: string, input: object = {}): Promise<unknown> => {
  const result = await serveRequest(services.routes, channel, input);
  return result.ok ? result.value : result.fault;
};

const connect = (sessionId = 's1', siteId: string | null = null) =>
  ask('connection/open', { sessionId, settings: SETTINGS, password: 'secret', siteId, passwordOf: null });

/** Everything a stream sends until it ends. */
const readStream = async (channel: string, input: object): Promise<readonly StreamDown[]> => {
  const sent: StreamDown[] = [];
  const desk = createStreamDesk(services.routes, { sendStream: (message) => sent.push(message) });
  desk.receive({ kind: 'open', id: 1, channel, input, credits: 10 });
  await vi.waitFor(() => expect(sent.at(-1)?.kind).toMatch(/end|fault/));
  return sent;
};

test('every request and stream of the contract is served', async () => {
  const contract = path.resolve(import.meta.dirname, '../../src/shared/contract');
  const declared: string[] = [];
  for (const file of readdirSync(contract)) {
    const found: Record<string, { kind?: unknown; channel?: unknown }> = await import(path.join(contract, file));
    for (const spec of Object.values(found)) {
      if (spec.kind === 'request' || spec.kind === 'stream') declared.push(String(spec.channel));
    }
  }
  const served = [...services.routes.requests.keys(), ...services.routes.streams.keys()];
  expect(served.sort()).toEqual(declared.sort());
});

describe('the remote side', () => {
  test('is listed in chunks, with what the listing amounts to', async () => {
    await connect();
    const sent = await readStream('remote/list', { sessionId: 's1', path: '/pub', freshness: 'recent' });
    expect(sent).toMatchObject([
      { kind: 'chunk', chunk: { count: 2, names: ['a', 'b'], types: ['file', 'directory'] } },
      { kind: 'end', end: { path: '/pub', summary: { entries: 2 } } },
    ]);
  });

  test('is listed again after each change of a directory', async () => {
    await connect();
    const list = () => readStream('remote/list', { sessionId: 's1', path: '/pub', freshness: 'recent' });
    await list();
    await list();
    await ask('remote/make-directory', { sessionId: 's1', path: '/pub/new' });
    await list();
    await ask('remote/rename', { sessionId: 's1', from: '/pub/a', to: '/pub/c' });
    await list();
    await ask('remote/delete', { sessionId: 's1', entries: [{ path: '/pub/c', directory: false }] });
    await list();
    expect(server.made[0]?.asked).toEqual([
      'list /pub',
      'makeDirectory /pub/new',
      'list /pub',
      'rename /pub/a /pub/c',
      'list /pub',
      'delete /pub/c',
      'list /pub',
    ]);
  });

  test.each([
    ['remote/make-directory', { path: '/a' }],
    ['remote/rename', { from: '/a', to: '/b' }],
    ['remote/delete', { entries: [{ path: '/a', directory: false }] }],
    ['remote/change-mode', { paths: ['/a'], mode: 0o644 }],
  ])('answers %s with not-connected where there is no session', async (channel, input) => {
    expect(await ask(channel, { sessionId: 'none', ...input })).toMatchObject({ reason: 'not-connected' });
  });

  test('takes no second command in a name', async () => {
    await connect();
    const answer = await ask('remote/make-directory', { sessionId: 's1', path: '/a\r\nDELE b' });
    expect(answer).toMatchObject({ kind: 'refused-here', reason: 'bad-input' });
    expect(server.made[0]?.asked).toEqual([]);
  });
});

describe('the local side', () => {
  test('is listed by its real path', async () => {
    writeFileSync(path.join(folder, 'x'), 'abc');
    const sent = await readStream('local/list', { path: `${folder}${path.sep}` });
    expect(sent).toMatchObject([
      { kind: 'chunk', chunk: { count: 1, names: ['x'] } },
      { kind: 'end', end: { path: folder } },
    ]);
  });

  test('tells why a folder cannot be listed', async () => {
    const sent = await readStream('local/list', { path: path.join(folder, 'none') });
    expect(sent).toMatchObject([{ kind: 'fault', fault: { kind: 'local-file', cause: 'not-found' } }]);
  });

  test('hands what is thrown away to the desktop', async () => {
    const file = path.join(folder, 'x');
    expect(await ask('local/trash', { paths: [file] })).toEqual({ done: 1, failures: [] });
    expect(trashed).toEqual([file]);
  });

  test('makes and renames folders', async () => {
    await ask('local/make-directory', { path: path.join(folder, 'a') });
    await ask('local/rename', { from: path.join(folder, 'a'), to: path.join(folder, 'b') });
    expect(readdirSync(folder)).toEqual(['b']);
  });
});

describe('sites', () => {
  const LEAVE = { kind: 'leave' };
  const secrets = (login: object) => ({ login, proxy: LEAVE, 'client-certificate': LEAVE });
  const save = (login: object, siteId: string | null = null) =>
    ask('sites/save', { siteId, name: 'Home', settings: SETTINGS, secrets: secrets(login) });

  test('keep the password of the session they were made from, which never crosses', async () => {
    await connect();
    const saved = await save({ kind: 'keep-from-session', sessionId: 's1' });
    expect(saved).toMatchObject({ name: 'Home', secrets: ['login'] });
    expect(JSON.stringify(await ask('sites/list'))).not.toContain('"secret"');
    const { siteId } = saved as { siteId: string };
    await ask('connection/open', { sessionId: 's2', settings: SETTINGS, password: null, siteId, passwordOf: null });
    expect(server.told.at(-1)).toMatchObject({ password: 'secret' });
    expect(await ask('connection/list')).toMatchObject([{ title: 'ada@example.org' }, { title: 'Home', siteId }]);
  });

  describe('whose password is kept', () => {
    const elsewhere = { ...SETTINGS, host: 'evil.example' };
    const PROXY = { kind: 'socks5', host: 'proxy.example', port: 1080, user: null };
    const FTP_PROXY = { ...PROXY, kind: 'ftp', dialect: 'site' };
    const savedWithPassword = async (): Promise<string> =>
      ((await save({ kind: 'keep', secret: 'kept' })) as { siteId: string }).siteId;
    /** The password of a connection; null where the person was asked for one. */
    const passwordOf = async (settings: object, siteId: string): Promise<string | null> => {
      const told = server.told.length;
      const opened = ask('connection/open', { sessionId: 's1', settings, password: null, siteId, passwordOf: null });
      await vi.waitFor(async () =>
        expect(server.told.length > told || ((await ask('prompts/list')) as object[]).length > 0).toBe(true),
      );
      await ask('connection/close', { sessionId: 's1' });
      await opened;
      return server.told[told]?.password ?? null;
    };

    test.each([
      ['another host', elsewhere],
      ['another port', { ...SETTINGS, port: 2121 }],
      ['another user', { ...SETTINGS, user: 'eve' }],
      ['less protection', { ...SETTINGS, security: 'none' }],
      ['a proxy that could read it', { ...SETTINGS, proxy: PROXY }],
      ['a proxy that reads along', { ...SETTINGS, security: 'explicit', proxy: FTP_PROXY }],
    ])('do not send it to %s, whatever site the window names', async (_, settings) => {
      expect(await passwordOf(settings, await savedWithPassword())).toBeNull();
    });

    test('send it through another proxy where TLS is required, which only the server can end', async () => {
      const siteId = await savedWithPassword();
      expect(await passwordOf({ ...SETTINGS, security: 'explicit', proxy: PROXY }, siteId)).toBe('kept');
    });

    test("do not send the proxy's own to another proxy", async () => {
      const settings = { ...SETTINGS, security: 'explicit', proxy: { ...PROXY, user: 'guest' } };
      const kept = { ...secrets(LEAVE), proxy: { kind: 'keep', secret: 'for that proxy' } };
      const saved = await ask('sites/save', { siteId: null, name: 'Home', settings, secrets: kept });
      const { siteId } = saved as { siteId: string };
      const open = (host: string): Promise<unknown> => {
        const proxied = { ...settings, proxy: { ...settings.proxy, host } };
        return ask('connection/open', {
          sessionId: 's1',
          settings: proxied,
          password: 'given',
          siteId,
          passwordOf: null,
        });
      };
      await open('proxy.example');
      expect(server.told.at(-1)?.proxy).toMatchObject({ host: 'proxy.example', password: 'for that proxy' });
      const opened = open('evil.example');
      await vi.waitFor(async () => expect(await ask('prompts/list')).toMatchObject([{ purpose: 'proxy' }]));
      await ask('connection/close', { sessionId: 's1' });
      await opened;
      expect(server.told).toHaveLength(1);
    });

    test('send it where it belongs', async () => {
      const siteId = await savedWithPassword();
      expect(await passwordOf({ ...SETTINGS, host: 'EXAMPLE.org', security: 'explicit' }, siteId)).toBe('kept');
    });

    test('forget it when they become another login', async () => {
      const siteId = await savedWithPassword();
      const change = { siteId, name: 'Home', settings: elsewhere, secrets: secrets(LEAVE) };
      expect(await ask('sites/save', change)).toMatchObject({ secrets: [] });
      expect(await passwordOf(elsewhere, siteId)).toBeNull();
    });

    test('do not take that of a session with another server', async () => {
      await connect('s2');
      const wish = {
        name: 'x',
        settings: elsewhere,
        secrets: secrets({ kind: 'keep-from-session', sessionId: 's2' }),
      };
      expect(await ask('sites/save', { siteId: null, ...wish })).toMatchObject({ secrets: [] });
    });
  });

  test('note when they were last connected', async () => {
    const { siteId } = (await save({ kind: 'leave' })) as { siteId: string };
    await connect('s1', siteId);
    expect(await ask('sites/list')).toMatchObject({ sites: [{ siteId, lastConnectedMs: expect.any(Number) }] });
  });

  test('forget their password and go', async () => {
    const { siteId } = (await save({ kind: 'keep', secret: 'x' })) as { siteId: string };
    expect(await save({ kind: 'forget' }, siteId)).toMatchObject({ siteId, secrets: [] });
    expect(await ask('sites/delete', { siteId })).toBeNull();
    expect(await ask('sites/list')).toEqual({ sites: [], passwordStorage: 'keychain' });
  });
});

describe('a wish from outside', () => {
  test('is told to the window, and its password is used without ever crossing', async () => {
    const events: EventEnvelope[] = [];
    services.hub.begin({ id: 1, sendEvent: (envelope) => events.push(envelope), sendStream: () => {} });
    services.wishes.add('ftp://ada:from-link@example.org', false);
    const wish = (await ask('application/take-connect-wish')) as { settings: object };
    await ask('connection/open', {
      sessionId: 's1',
      settings: wish.settings,
      password: null,
      siteId: null,
      passwordOf: null,
    });
    expect(server.told[0]).toMatchObject({ user: 'ada', password: 'from-link' });
    expect(events[0]).toMatchObject({ channel: 'application/connect-wished' });
    expect(JSON.stringify([wish, events])).not.toContain('from-link');
  });
});

test('preferences are kept and told to every window', async () => {
  const events: EventEnvelope[] = [];
  services.hub.begin({ id: 1, sendEvent: (envelope) => events.push(envelope), sendStream: () => {} });
  const wanted = {
    ...DEFAULT_PREFERENCES,
    ...{ theme: 'dark', language: 'ja', showHidden: false, connectionsPerSite: 2, confirmDelete: false },
  };
  await ask('preferences/write', wanted);
  expect(await ask('preferences/read')).toEqual(wanted);
  expect(events).toMatchObject([{ channel: 'preferences/changed', payloads: [wanted] }]);
});

test('the transcript of a session can be read', async () => {
  await connect();
  server.told[0]?.observer.command('PWD');
  expect(await ask('transcript/read', { sessionId: 's1' })).toMatchObject([{ kind: 'command', text: 'PWD' }]);
});

test('text is copied by the desktop', async () => {
  await ask('application/copy-text', { text: 'ftp://example.org/ä' });
  expect(copied).toEqual(['ftp://example.org/ä']);
});

test('a transfer goes into the queue and can be cancelled', async () => {
  await connect();
  const items = [{ name: 'a', type: 'file', size: 1, modifiedMs: null }];
  const ids = await ask('transfers/add-downloads', {
    sessionId: 's1',
    from: '/pub',
    to: folder,
    items,
    transfer: null,
  });
  expect(await ask('transfers/cancel', { ids })).toBeNull();
  const read = () => ask('transfers/read', { query: WHOLE_QUEUE, offset: 0, count: 10 });
  await vi.waitFor(async () => expect(await read()).toMatchObject({ rows: [{ state: 'cancelled' }] }));
  await ask('transfers/clear', { ids: 'all' });
  expect(await read()).toMatchObject({ total: 0, rows: [] });
});

test('closing dismisses the questions and says QUIT to every server', async () => {
  await connect();
  const waiting = ask('connection/open', {
    sessionId: 's2',
    settings: SETTINGS,
    password: null,
    siteId: null,
    passwordOf: null,
  });
  await vi.waitFor(async () => expect(await ask('prompts/list')).toMatchObject([{ kind: 'password' }]));
  await services.close();
  expect(await waiting).toMatchObject({ kind: 'refused-here', reason: 'declined' });
  expect(server.made.map(({ ended }) => ended)).toEqual(['quit']);
});
