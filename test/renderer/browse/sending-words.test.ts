import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { sendingWords } from '../../../src/renderer/browse/sending-words.ts';
import { startWords } from '../../../src/renderer/locales/i18n.ts';
import { panes } from '../../../src/renderer/state/panes.ts';
import { type Side, type Source, sessionSource, THIS_COMPUTER } from '../../../src/renderer/state/place.ts';
import { sessionView } from '../../fixtures/sessions.ts';

beforeAll(() => startWords('en'));

const A = sessionSource('a');
const B = sessionSource('b');
const SESSIONS = { sessions: [sessionView('a', { title: 'Alpha' }), sessionView('b', { title: 'Beta' })] };

const words = (side: Side, left: Source | null, right: Source | null): string => {
  const state = panes.getState();
  const shown = { ...state, left: { ...state.left, source: left }, right: { ...state.right, source: right } };
  return sendingWords(shown, SESSIONS, side, i18next.getFixedT('en', 'browse')).label;
};

test.each<[Side, Source | null, Source | null, string]>([
  ['left', THIS_COMPUTER, A, 'Upload'],
  ['right', THIS_COMPUTER, A, 'Download'],
  ['left', A, B, 'Copy to Beta'],
  ['right', A, B, 'Copy to Alpha'],
  ['left', A, A, 'Move to the other side'],
  ['left', THIS_COMPUTER, null, 'Upload'],
  ['right', THIS_COMPUTER, null, 'Download'],
  ['left', A, null, 'Copy to the other side'],
])('sending from the %s, with %j and %j, is called %s', (side, left, right, label) => {
  expect(words(side, left, right)).toBe(label);
});
