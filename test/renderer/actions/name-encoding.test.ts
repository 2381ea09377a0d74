import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeFolder, renameEntry } from '../../../src/renderer/actions/change-files.ts';
import { copyPaths } from '../../../src/renderer/actions/clipboard.ts';
import { segmentsOf } from '../../../src/renderer/actions/join-place.ts';
import { chooseEncoding, followReadings } from '../../../src/renderer/actions/name-encoding.ts';
import { openActive } from '../../../src/renderer/actions/open-entry.ts';
import { openPlace } from '../../../src/renderer/actions/open-place.ts';
import { selectRow } from '../../../src/renderer/actions/select.ts';
import { openTypedPath } from '../../../src/renderer/actions/typed-path.ts';
import { dismissAllNotices, faultNotices } from '../../../src/renderer/state/faults.ts';
import { paneOf } from '../../../src/renderer/state/panes.ts';
import { type Place, shownPath } from '../../../src/renderer/state/place.ts';
import { receiveSession, sessions } from '../../../src/renderer/state/sessions.ts';
import { sessionView } from '../../fixtures/sessions.ts';
import { entry } from '../listing/entries-fixture.ts';
import { installFakeMain, resetPanes } from './fake-main.ts';

const main = installFakeMain();
const unsubscribe = sessions.subscribe(followReadings);
afterAll(() => {
  unsubscribe();
  vi.unstubAllGlobals();
});

const REMOTE: Place = { kind: 'remote', sessionId: 's', path: '/' };
const MULLER = 'M\uDCFCller';
const asGerman = (name: string): string => name.replaceAll('\uDCFC', 'ü');

const show = async (read: (name: string) => string): Promise<void> => {
  openPlace('right', REMOTE);
  main.chunk([entry(MULLER, { type: 'directory' }), entry('Nagel', { type: 'directory' })], read);
  await main.end('/');
};

beforeEach(() => {
  resetPanes();
  main.answer({ ok: true, value: null });
  dismissAllNotices();
  sessions.setState({ sessions: [] });
  receiveSession(sessionView('s'));
});

describe('a folder whose names are read in an encoding', () => {
  test('is opened by its bytes and called as it reads', async () => {
    await show(asGerman);
    selectRow('right', 0, 'only');
    openActive('right');
    expect(main.open.at(-1)?.input).toMatchObject({ path: `/${MULLER}` });
    const { place } = paneOf('right');
    expect(place && shownPath(place)).toBe('/Müller');
    expect(place && segmentsOf(place).map(({ name }) => name)).toEqual(['/', 'Müller']);
    expect(place && segmentsOf(place).at(-1)?.place).toMatchObject({ path: `/${MULLER}`, shown: '/Müller' });
  });

  test('gives its paths to others as they read', async () => {
    await show(asGerman);
    const first = paneOf('right').table.entry(0);
    if (first) await copyPaths(REMOTE, [first]);
    expect(main.requests.at(-1)?.input).toEqual({ text: '/Müller' });
  });
});

describe('what a person types', () => {
  test('is written as the server’s names are before it is asked for', async () => {
    main.answerOn('names/write', ({ text }: { readonly text: string }) => ({
      ok: true,
      value: text.replaceAll('ü', '\uDCFC'),
    }));
    openTypedPath('right', REMOTE, '/Müller');
    await vi.waitFor(() => expect(main.open.at(-1)?.input).toMatchObject({ path: `/${MULLER}` }));
    await makeFolder(REMOTE, 'Tür');
    expect(main.requests.at(-1)).toMatchObject({ channel: 'remote/make-directory', input: { path: '/T\uDCFCr' } });
    await renameEntry(REMOTE, MULLER, 'Mühle');
    expect(main.requests.at(-1)).toMatchObject({
      channel: 'remote/rename',
      input: { from: `/${MULLER}`, to: '/M\uDCFChle' },
    });
  });

  test('and cannot be written there is refused, and nothing is made', async () => {
    const fault = { kind: 'refused-here', stage: 'preparing', reason: 'bad-input', detail: 'no' };
    main.answerOn('names/write', () => ({ ok: false, fault }));
    const before = main.requests.length;
    expect(await makeFolder(REMOTE, '日本')).toBe(false);
    expect(main.requests.slice(before).map(({ channel }) => channel)).toEqual(['names/write']);
    expect(faultNotices.getState().notices).toMatchObject([{ fault: { reason: 'bad-input' } }]);
  });
});

describe('another encoding', () => {
  test('has the folder read anew out of what main has of it', async () => {
    await show((name) => name);
    const names = { chosen: 'windows-1252', guessed: null };
    main.answer({ ok: true, value: sessionView('s', { names }) });
    expect(await chooseEncoding('s', 'windows-1252')).toBe(true);
    expect(main.open.map(({ input }) => input)).toEqual([{ sessionId: 's', path: '/', freshness: 'known' }]);
    main.chunk([entry(MULLER), entry('Nagel')], asGerman);
    await main.end('/');
    expect(paneOf('right').table.shown).toEqual(['Müller', 'Nagel']);
  });

  test('that changes nothing of how names read lists nothing', async () => {
    await show((name) => name);
    receiveSession(sessionView('s', { tlsProtocol: 'TLSv1.3' }));
    expect(main.open).toEqual([]);
  });
});
