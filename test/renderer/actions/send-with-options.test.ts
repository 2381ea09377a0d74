import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ASCII, DEFAULT_TRANSFER_CHOICE, type TransferChoice } from '#shared/ftp/transfer-parameters.ts';
import { openPlace } from '../../../src/renderer/actions/open-place.ts';
import { selectRow } from '../../../src/renderer/actions/select.ts';
import { askForOptions, siteChoice } from '../../../src/renderer/actions/send-with-options.ts';
import { sendEntries } from '../../../src/renderer/actions/transfer.ts';
import { browseDialog, closeBrowseDialog } from '../../../src/renderer/state/dialogs.ts';
import type { Place } from '../../../src/renderer/state/place.ts';
import { sessions } from '../../../src/renderer/state/sessions.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';
import { entry } from '../listing/entries-fixture.ts';
import { installFakeMain, resetPanes } from './fake-main.ts';

const main = installFakeMain();
afterAll(() => vi.unstubAllGlobals());

const LOCAL: Place = { kind: 'local', path: '/home/ann' };
const REMOTE: Place = { kind: 'remote', sessionId: 's', path: '/pub' };
const OTHER: Place = { kind: 'remote', sessionId: 'other', path: '/in' };
const TEXT: TransferChoice = { ...DEFAULT_TRANSFER_CHOICE, type: ASCII };
const BLOCKS: TransferChoice = { ...DEFAULT_TRANSFER_CHOICE, mode: 'B' };

beforeEach(() => {
  resetPanes();
  closeBrowseDialog();
  sessions.setState({
    sessions: [
      sessionView('s', { settings: settingsOf({ transfer: TEXT }) }),
      sessionView('other', { settings: settingsOf({ transfer: BLOCKS }) }),
    ],
  });
});

const showBoth = async (left: Place): Promise<void> => {
  openPlace('left', left);
  await main.end(left.path);
  openPlace('right', REMOTE);
  main.chunk([entry('a.txt', { size: 3 })]);
  await main.end(REMOTE.path);
};

describe('asking how to transfer', () => {
  test('is about what is selected, from one folder to the other', async () => {
    await showBoth(LOCAL);
    selectRow('right', 0, 'only');
    askForOptions('right');
    const { dialog } = browseDialog.getState();
    expect(dialog).toMatchObject({ kind: 'send', from: REMOTE, to: LOCAL, entries: [{ name: 'a.txt' }] });
  });

  test('is no question where nothing is selected', async () => {
    await showBoth(LOCAL);
    askForOptions('right');
    expect(browseDialog.getState().dialog).toBeNull();
  });

  test('is no question of a move within one server', async () => {
    await showBoth({ kind: 'remote', sessionId: 's', path: '/old' });
    selectRow('right', 0, 'only');
    askForOptions('right');
    expect(browseDialog.getState().dialog).toBeNull();
  });
});

test.each([
  ['fetched from', REMOTE, LOCAL, TEXT],
  ['sent to', LOCAL, REMOTE, TEXT],
  ['sent to, between two', REMOTE, OTHER, BLOCKS],
] as const)('it begins with what is set for the site that is %s', (_, from, to, choice) => {
  expect(siteChoice(from, to)).toEqual(choice);
});

test('of a session that is gone nothing is set', () => {
  sessions.setState({ sessions: [] });
  expect(siteChoice(LOCAL, REMOTE)).toBeNull();
});

test.each([
  ['transfers/add-uploads', LOCAL, REMOTE],
  ['transfers/add-downloads', REMOTE, LOCAL],
  ['transfers/add-between', REMOTE, OTHER],
] as const)('what was chosen goes with the transfers: %s', async (channel, from, to) => {
  main.answer({ ok: true, value: [1] });
  await sendEntries([entry('a.txt')], from, to, BLOCKS);
  expect(main.requests.at(-1)).toMatchObject({ channel, input: { transfer: BLOCKS } });
  await sendEntries([entry('a.txt')], from, to);
  expect(main.requests.at(-1)).toMatchObject({ channel, input: { transfer: null } });
});
