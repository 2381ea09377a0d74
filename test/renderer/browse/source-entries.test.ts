import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SessionView } from '#shared/model/session.ts';
import type { Site } from '#shared/model/site.ts';
import { sourceEntries } from '../../../src/renderer/browse/source/source-entries.ts';
import { startWords } from '../../../src/renderer/locales/i18n.ts';
import { type Side, type Source, sessionSource, THIS_COMPUTER } from '../../../src/renderer/state/place.ts';
import { sessionView, settingsOf } from '../../fixtures/sessions.ts';

const site = (name: string, host: string): Site => ({
  siteId: name,
  name,
  settings: settingsOf({ host }),
  secrets: [],
  lastConnectedMs: null,
});
const session = (sessionId: string, part: Partial<SessionView> = {}): SessionView =>
  sessionView(sessionId, { settings: settingsOf({ host: `${sessionId}.example` }), ...part });

const entries = (side: Side, shown: Source | null, sessions: readonly SessionView[], sites: readonly Site[]) =>
  sourceEntries(side, shown, { sessions, sites }, i18next.getFixedT('en', 'browse'));
const labels = (...input: Parameters<typeof entries>): readonly string[] =>
  entries(...input).map((entry) => (entry.kind === 'item' ? `${entry.checked ? '* ' : ''}${entry.label}` : '-'));

beforeAll(() => startWords('en'));

describe('what a pane can show', () => {
  test('is this computer on the left, then what is connected, then what can be', () => {
    expect(labels('left', sessionSource('a'), [session('a'), session('b')], [site('Work', 'work.example')])).toEqual([
      'This computer',
      '-',
      '* a',
      'b',
      '-',
      'Connect to Work',
    ]);
    expect(labels('left', THIS_COMPUTER, [], [])[0]).toBe('* This computer');
  });

  test('is no site twice: what is connected need not be connected', () => {
    expect(labels('right', null, [session('a')], [site('A', 'a.example')])).toEqual(['a']);
  });

  test('tells a lost connection, and offers its site anew', () => {
    const lost = session('a', { status: 'lost' });
    expect(labels('right', sessionSource('a'), [lost], [site('A', 'a.example')])).toEqual([
      '* a (connection lost)',
      '-',
      'Connect to A',
    ]);
  });

  test('is said to be nothing where there is nothing', () => {
    const [only, ...others] = entries('right', null, [], []);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ label: 'No other site is connected or saved', disabled: true });
  });
});
