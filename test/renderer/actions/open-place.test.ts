import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import {
  goBackward,
  goOnward,
  goUp,
  openPlace,
  rearrangePane,
  refreshPane,
  sortPane,
} from '../../../src/renderer/actions/open-place.ts';
import { selectRow } from '../../../src/renderer/actions/select.ts';
import { paneOf } from '../../../src/renderer/state/panes.ts';
import type { Place } from '../../../src/renderer/state/place.ts';
import { preferences } from '../../../src/renderer/state/preferences.ts';
import { entry } from '../listing/entries-fixture.ts';
import { installFakeMain, resetPanes } from './fake-main.ts';

const main = installFakeMain();
afterAll(() => vi.unstubAllGlobals());

const at = (path: string): Place => ({ kind: 'remote', sessionId: 's', path });
const pane = () => paneOf('right');
const shown = (): readonly (string | undefined)[] => Array.from(pane().order, (row) => pane().table.names[row]);
const selected = (): readonly (string | undefined)[] =>
  [...pane().selection.rows].map((row) => pane().table.names[row]);
const eventuallyShown = (...names: readonly string[]): Promise<void> =>
  vi.waitFor(() => expect(shown()).toEqual(names), { interval: 1 });
const open = async (path: string, entries: readonly FileEntry[]): Promise<void> => {
  openPlace('right', at(path));
  main.chunk(entries);
  await main.end(path);
};

beforeEach(() => {
  resetPanes();
  preferences.setState({ showHidden: true });
});

describe('opening a folder', () => {
  test('shows rows in their places while more are arriving', async () => {
    openPlace('right', at('/'));
    main.chunk([entry('b'), entry('z', { type: 'directory' })]);
    expect(shown()).toEqual(['z', 'b']);
    expect(pane().status).toBe('loading');
    main.chunk([entry('a')]);
    await eventuallyShown('z', 'a', 'b');
    await main.end('/');
    expect(pane().status).toBe('complete');
  });

  test('stands where the server says it is, and tells of lines nobody understood', async () => {
    openPlace('right', at('/link'));
    await main.end('/real', ['???']);
    expect(pane().place).toEqual(at('/real'));
    expect(pane().notUnderstood).toEqual({ count: 1, lines: ['???'] });
  });

  test('gives up the folder before, and hears no more of it', async () => {
    openPlace('right', at('/slow'));
    openPlace('right', at('/fast'));
    expect(main.open.map(({ input }) => input)).toMatchObject([{ path: '/fast' }]);
    main.chunk([entry('a')]);
    await main.end('/fast');
    expect(shown()).toEqual(['a']);
  });

  test('keeps what had come when it breaks off', async () => {
    openPlace('right', at('/'));
    main.chunk([entry('a')]);
    await main.fault({ kind: 'listing', stage: 'after-preliminary-reply', reason: 'incomplete', detail: '' });
    expect(pane().status).toBe('faulted');
    expect(pane().fault).toMatchObject({ kind: 'listing' });
    expect(shown()).toEqual(['a']);
  });

  test('asks for the rows by columns, with a few chunks in advance', () => {
    openPlace('right', at('/'));
    expect(main.open[0]).toMatchObject({
      channel: 'remote/list',
      input: { sessionId: 's', path: '/', freshness: 'recent' },
    });
    expect(main.open[0]?.credits).toBeGreaterThan(0);
  });
});

describe('going about', () => {
  test('up stands on the folder one came from', async () => {
    await open('/pub/music', []);
    goUp('right');
    main.chunk([entry('art', { type: 'directory' }), entry('music', { type: 'directory' })]);
    await main.end('/pub');
    expect(pane().place).toEqual(at('/pub'));
    expect(selected()).toEqual(['music']);
  });

  test('up at the root stays there', async () => {
    await open('/', []);
    goUp('right');
    expect(main.open).toEqual([]);
  });

  test('back and forward', async () => {
    await open('/', []);
    await open('/a', []);
    await open('/a/b', []);
    goBackward('right');
    await main.end('/a');
    goBackward('right');
    await main.end('/');
    expect(pane().history.back).toEqual([]);
    goOnward('right');
    await main.end('/a');
    expect(pane().place).toEqual(at('/a'));
    expect(pane().history.forward).toEqual([at('/a/b')]);
  });
});

describe('refreshing', () => {
  test('leaves the old rows until the new ones are all there, and keeps what is selected by its name', async () => {
    await open('/', [entry('a'), entry('b'), entry('c')]);
    selectRow('right', 1, 'only');
    refreshPane('right');
    main.chunk([entry('0'), entry('b')]);
    await vi.waitFor(() => expect(pane().received).toBe(2), { interval: 1 });
    expect(shown()).toEqual(['a', 'b', 'c']);
    expect(pane().status).toBe('refreshing');
    await main.end('/');
    expect(shown()).toEqual(['0', 'b']);
    expect(selected()).toEqual(['b']);
  });

  test('asks the server itself', async () => {
    await open('/', []);
    refreshPane('right');
    expect(main.open[0]?.input).toMatchObject({ freshness: 'now' });
  });

  test('that fails says so over the rows that were there', async () => {
    await open('/', [entry('a')]);
    refreshPane('right');
    await main.fault({ kind: 'data-connection', stage: 'preparing', cause: 'timeout', detail: '' });
    expect(pane().status).toBe('faulted');
    expect(shown()).toEqual(['a']);
  });

  test('once more before the first is through counts only once', async () => {
    await open('/', [entry('a')]);
    refreshPane('right');
    refreshPane('right');
    expect(main.open).toHaveLength(1);
    main.chunk([entry('b')]);
    await main.end('/');
    expect(shown()).toEqual(['b']);
  });
});

describe('arranging', () => {
  test('sorts another way at once, and later folders too', async () => {
    await open('/', [entry('a', { size: 2 }), entry('b', { size: 1 })]);
    sortPane('right', { column: 'size', descending: false });
    await eventuallyShown('b', 'a');
    await open('/x', [entry('c', { size: 5 }), entry('d', { size: 4 })]);
    expect(shown()).toEqual(['d', 'c']);
    sortPane('right', { column: 'name', descending: false });
  });

  test('hidden files come and go, and are not selected unseen', async () => {
    await open('/', [entry('.hidden'), entry('a')]);
    selectRow('right', 0, 'only');
    preferences.setState({ showHidden: false });
    rearrangePane('right');
    await eventuallyShown('a');
    expect(selected()).toEqual([]);
    preferences.setState({ showHidden: true });
    rearrangePane('right');
    await eventuallyShown('.hidden', 'a');
  });
});
