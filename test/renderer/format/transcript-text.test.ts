import { expect, test } from 'vitest';
import { transcriptText } from '../../../src/renderer/format/transcript-text.ts';

test('copied lines say when, on which connection and who speaks', () => {
  const timeMs = new Date(2026, 10, 20, 9, 5, 7).getTime();
  expect(
    transcriptText([
      { number: 1, timeMs, connection: 0, kind: 'note', text: 'Connecting' },
      { number: 2, timeMs, connection: 0, kind: 'command', text: 'PASS ****' },
      { number: 3, timeMs, connection: 2, kind: 'reply', text: '226 Done.' },
      { number: 4, timeMs, connection: 2, kind: 'error', text: 'reset' },
    ]),
  ).toBe('09:05:07 * Connecting\n09:05:07 > PASS ****\n09:05:07 [2] < 226 Done.\n09:05:07 [2] ! reset');
});
