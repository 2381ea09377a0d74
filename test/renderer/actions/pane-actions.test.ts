import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { deleteEntries, makeFolder, renameEntry } from '../../../src/renderer/actions/change-files.ts';
import { copyPaths, copyUrls } from '../../../src/renderer/actions/clipboard.ts';
import { runGridCommand } from '../../../src/renderer/actions/grid-commands.ts';
import { openActive } from '../../../src/renderer/actions/open-entry.ts';
import { openPlace } from '../../../src/renderer/actions/open-place.ts';
import { moveSelection, selectRow, typeToFind } from '../../../src/renderer/actions/select.ts';
import { sendEntries, takeDesktopFiles } from '../../../src/renderer/actions/transfer.ts';
import { openTypedPath } from '../../../src/renderer/actions/typed-path.ts';
import { refreshIfShown } from '../../../src/renderer/actions/watch-folders.ts';
import { browseDialog, closeBrowseDialog } from '../../../src/renderer/state/dialogs.ts';
import { dismissAllNotices, faultNotices } from '../../../src/renderer/state/faults.ts';
import { paneOf } from '../../../src/renderer/state/panes.ts';
import type { Place } from '../../../src/renderer/state/place.ts';
import { preferences } from '../../../src/renderer/state/preferences.ts';
import { entry } from '../listing/entries-fixture.ts';
import { installFakeMain, resetPanes } from './fake-main.ts';

const main = installFakeMain();
afterAll(() => vi.unstubAllGlobals());

const LOCAL: Place = { kind: 'local', path: '/home/ann' };
const REMOTE: Place = { kind: 'remote', sessionId: 's', path: '/pub' };

const show = async (place: Place, ...entries: readonly ReturnType<typeof entry>[]): Promise<void> => {
  openPlace(place.kind === 'local' ? 'left' : 'right', place);
  main.chunk(entries);
  await main.end(place.path);
};
const lastRequest = () => main.requests.at(-1);

beforeEach(() => {
  resetPanes();
  main.answer({ ok: true, value: null });
  dismissAllNotices();
  closeBrowseDialog();
  preferences.setState({ confirmDelete: true });
});

describe('opening what the keyboard stands on', () => {
  test('enters a folder', async () => {
    await show(REMOTE, entry('docs', { type: 'directory' }));
    selectRow('right', 0, 'only');
    openActive('right');
    expect(main.open.at(-1)?.input).toMatchObject({ path: '/pub/docs' });
  });

  test('enters what is a mere name where it looks like a folder, and sends it where it looks like a file', async () => {
    await show(LOCAL);
    await show(REMOTE, entry('docs', { type: 'unknown' }), entry('a.txt', { type: 'unknown' }));
    selectRow('right', 1, 'only');
    openActive('right');
    expect(lastRequest()).toMatchObject({
      channel: 'transfers/add-downloads',
      input: { items: [{ name: 'a.txt', type: 'unknown' }] },
    });
    selectRow('right', 0, 'only');
    openActive('right');
    expect(main.open.at(-1)?.input).toMatchObject({ path: '/pub/docs' });
  });

  test('never enters a folder whose name leads elsewhere', async () => {
    await show(REMOTE, entry('..', { type: 'directory' }));
    selectRow('right', 0, 'only');
    openActive('right');
    expect(main.open).toEqual([]);
  });

  test('sends a file to the folder of the other pane', async () => {
    await show(LOCAL);
    await show(REMOTE, entry('a.txt', { size: 3 }));
    selectRow('right', 0, 'only');
    openActive('right');
    expect(lastRequest()).toEqual({
      channel: 'transfers/add-downloads',
      input: {
        sessionId: 's',
        from: '/pub',
        to: '/home/ann',
        items: [{ name: 'a.txt', type: 'file', size: 3, modifiedMs: null, permissions: null }],
        transfer: null,
      },
    });
  });
});

describe('two folders of one server', () => {
  const THERE: Place = { kind: 'remote', sessionId: 's', path: '/old' };

  const showBoth = async (): Promise<void> => {
    openPlace('left', THERE);
    main.chunk([entry('a.txt'), entry('b.txt'), entry('..')]);
    await main.end('/old');
    await show(REMOTE);
  };

  test('a file that is opened stays where it is', async () => {
    await showBoth();
    const before = main.requests.length;
    selectRow('left', 0, 'only');
    openActive('left');
    expect(main.requests).toHaveLength(before);
    expect(main.open).toEqual([]);
  });

  test('what is sent over is given another path, but nothing is put over what is there', async () => {
    await showBoth();
    const before = main.requests.length;
    const sent = sendEntries([entry('a.txt'), entry('b.txt'), entry('..')], THERE, REMOTE);
    expect(main.open.at(-1)?.input).toEqual({ sessionId: 's', path: '/pub', freshness: 'now' });
    main.chunk([entry('b.txt')]);
    await main.end('/pub');
    await sent;
    expect(main.requests.slice(before)).toEqual([
      { channel: 'remote/rename', input: { sessionId: 's', from: '/old/a.txt', to: '/pub/a.txt' } },
    ]);
    const reasons = faultNotices.getState().notices.map(({ fault }) => fault);
    expect(reasons).toMatchObject([{ reason: 'unsafe-name' }, { reason: 'name-taken', detail: 'b.txt' }]);
    expect(main.open.map(({ input }) => input)).toMatchObject([{ path: '/old' }, { path: '/pub' }]);
  });

  test('nothing is moved where the folder cannot be looked at', async () => {
    await showBoth();
    const before = main.requests.length;
    const sent = sendEntries([entry('a.txt')], THERE, REMOTE);
    await main.fault({ kind: 'reply', stage: 'transfer-command', command: 'LIST', code: 550, text: 'No.' });
    await sent;
    expect(main.requests).toHaveLength(before);
    expect(faultNotices.getState().notices).toMatchObject([{ fault: { code: 550 } }]);
  });

  test('both sides show a change in the folder they both show', async () => {
    openPlace('left', REMOTE);
    await main.end('/pub');
    await show(REMOTE);
    await makeFolder(REMOTE, 'new');
    expect(main.open.map(({ input }) => input)).toMatchObject([{ path: '/pub' }, { path: '/pub' }]);
  });
});

test('files of one server are copied to another without passing through this computer', async () => {
  openPlace('left', { kind: 'remote', sessionId: 'other', path: '/in' });
  await main.end('/in');
  await show(REMOTE, entry('a.txt', { size: 3 }));
  selectRow('right', 0, 'only');
  runGridCommand('right', { kind: 'send' }, 0);
  expect(lastRequest()).toEqual({
    channel: 'transfers/add-between',
    input: {
      fromSession: 's',
      from: '/pub',
      toSession: 'other',
      to: '/in',
      items: [{ name: 'a.txt', type: 'file', size: 3, modifiedMs: null, permissions: null }],
      transfer: null,
    },
  });
});

describe('changing files', () => {
  test('a new folder is stood on once it is there', async () => {
    await show(REMOTE);
    expect(await makeFolder(REMOTE, 'new')).toBe(true);
    expect(lastRequest()).toEqual({ channel: 'remote/make-directory', input: { sessionId: 's', path: '/pub/new' } });
    main.chunk([entry('new', { type: 'directory' })]);
    await main.end('/pub');
    expect(paneOf('right').selection.active).toBe(0);
  });

  test('what main refuses is told, and nothing is refreshed', async () => {
    await show(LOCAL);
    main.answer({
      ok: false,
      fault: { kind: 'local-file', stage: 'preparing', cause: 'exists', path: '/home/ann/new', detail: '' },
    });
    expect(await makeFolder(LOCAL, 'new')).toBe(false);
    expect(faultNotices.getState().notices).toMatchObject([{ fault: { cause: 'exists' } }]);
    expect(main.open).toEqual([]);
  });

  test('the same name again changes nothing', async () => {
    await show(LOCAL, entry('a'));
    const before = main.requests.length;
    await renameEntry(LOCAL, 'a', 'a');
    expect(main.requests).toHaveLength(before);
  });

  test('deleting tells main what is a folder and leaves unsafe names alone', async () => {
    main.answer({ ok: true, value: { done: 2, failures: [] } });
    await show(REMOTE);
    await deleteEntries(REMOTE, [entry('d', { type: 'directory' }), entry('f'), entry('..')]);
    expect(lastRequest()).toEqual({
      channel: 'remote/delete',
      input: {
        sessionId: 's',
        entries: [
          { path: '/pub/d', directory: true },
          { path: '/pub/f', directory: false },
        ],
      },
    });
  });

  test('every single failure of many is told', async () => {
    const fault = { kind: 'local-file', stage: 'preparing', cause: 'no-permission', path: '/home/ann/a', detail: '' };
    main.answer({ ok: true, value: { done: 0, failures: [{ path: '/home/ann/a', fault }] } });
    await deleteEntries(LOCAL, [entry('a')]);
    expect(faultNotices.getState().notices).toMatchObject([{ fault }]);
  });

  test('Delete asks first, unless the person wants no question', async () => {
    await show(LOCAL, entry('a'));
    selectRow('left', 0, 'only');
    const before = main.requests.length;
    runGridCommand('left', { kind: 'delete' }, 0);
    expect(browseDialog.getState().dialog).toMatchObject({ kind: 'delete', entries: [{ name: 'a' }] });
    expect(main.requests).toHaveLength(before);
    closeBrowseDialog();
    preferences.setState({ confirmDelete: false });
    main.answer({ ok: true, value: { done: 1, failures: [] } });
    runGridCommand('left', { kind: 'delete' }, 0);
    expect(browseDialog.getState().dialog).toBeNull();
    expect(lastRequest()).toMatchObject({ channel: 'local/trash', input: { paths: ['/home/ann/a'] } });
  });
});

describe('files of the desktop', () => {
  test('are copied into the local folder, which then shows them', async () => {
    await show(LOCAL);
    await takeDesktopFiles(['/desk/a'], LOCAL);
    expect(lastRequest()).toEqual({
      channel: 'transfers/copy-dropped',
      input: { paths: ['/desk/a'], to: '/home/ann' },
    });
    expect(main.open).toHaveLength(1);
  });

  test('are sent to the remote folder', async () => {
    await show(REMOTE);
    await takeDesktopFiles(['/desk/a', '/desk/b'], REMOTE);
    expect(lastRequest()).toEqual({
      channel: 'transfers/add-dropped',
      input: { sessionId: 's', paths: ['/desk/a', '/desk/b'], to: '/pub', transfer: null },
    });
  });
});

describe('selecting', () => {
  test('by arrows, with Shift, and by typing a name', async () => {
    await show(LOCAL, entry('a'), entry('b'), entry('c'));
    moveSelection('left', 1, 'only');
    moveSelection('left', 1, 'extend');
    expect([...paneOf('left').selection.rows]).toEqual([0, 1]);
    typeToFind('left', 'c', 10_000);
    expect([...paneOf('left').selection.rows]).toEqual([2]);
  });
});

describe('a path typed in', () => {
  test.each([
    [REMOTE, '/etc', '/etc'],
    [REMOTE, 'docs', '/pub/docs'],
    [LOCAL, '/tmp', '/tmp'],
    [LOCAL, 'docs', '/home/ann/docs'],
    [LOCAL, '~', '/'],
  ])('from %j, %s leads to %s', (from, typed, path) => {
    openTypedPath('right', from, typed);
    expect(main.open.at(-1)?.input).toMatchObject({ path });
  });
});

describe('copying', () => {
  test('takes the paths of what is selected, or of the folder', async () => {
    await copyPaths(REMOTE, [entry('a'), entry('b')]);
    expect(lastRequest()).toEqual({ channel: 'application/copy-text', input: { text: '/pub/a\n/pub/b' } });
    await copyPaths(REMOTE, []);
    expect(lastRequest()?.input).toEqual({ text: '/pub' });
  });

  test('takes URLs where the session is known', async () => {
    await copyUrls(LOCAL, [entry('a b')]);
    expect(lastRequest()?.input).toEqual({ text: 'file:///home/ann/a%20b' });
    const before = main.requests.length;
    await copyUrls(REMOTE, [entry('a')]);
    expect(main.requests).toHaveLength(before);
  });
});

describe('a folder that changed', () => {
  test('is listed again soon where it is shown, and once for many changes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      openPlace('right', REMOTE);
      await main.end('/pub');
      refreshIfShown({ sessionId: 's', path: '/pub' });
      refreshIfShown({ sessionId: 's', path: '/pub' });
      refreshIfShown({ sessionId: 'other', path: '/pub' });
      refreshIfShown({ sessionId: null, path: '/pub' });
      expect(main.open).toEqual([]);
      vi.advanceTimersByTime(1_000);
      expect(main.open).toHaveLength(1);
      refreshIfShown({ sessionId: 's', path: '/pub' });
      vi.advanceTimersByTime(1_000);
      await main.end('/pub');
      vi.advanceTimersByTime(1_000);
      expect(main.open).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
  });
});
