import { describe, expect, test } from 'vitest';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import {
  createTranscript,
  LINE_CHARACTERS,
  LISTED_LINES,
  replyLines,
  TRANSCRIPT_LINES,
} from '../../../src/main/session/transcript.ts';

describe('a reply in the transcript', () => {
  test.each([
    [{ code: 220, lines: ['Ready'] }, ['220 Ready']],
    [{ code: 211, lines: ['Features:', ' MDTM', 'End'] }, ['211-Features:', ' MDTM', '211 End']],
    [{ code: 200, lines: [''] }, ['200 ']],
  ])('%j stands as it stood on the wire', (reply, lines) => {
    expect(replyLines(reply)).toEqual(lines);
  });
});

describe('a transcript', () => {
  test('tells every line once, numbered, with its connection', () => {
    const told: TranscriptLine[] = [];
    const transcript = createTranscript(
      (line) => told.push(line),
      () => 42,
    );
    transcript.observer(0).command('USER ada');
    transcript.observer(2).reply({ code: 331, lines: ['Password'] });
    transcript.error('gone');
    expect(told).toEqual([
      { number: 1, timeMs: 42, connection: 0, kind: 'command', text: 'USER ada' },
      { number: 2, timeMs: 42, connection: 2, kind: 'reply', text: '331 Password' },
      { number: 3, timeMs: 42, connection: 0, kind: 'error', text: 'gone' },
    ]);
    expect(transcript.lines()).toEqual(told);
  });

  test('keeps no more of a line than a person reads', () => {
    const transcript = createTranscript(() => {});
    transcript.observer(0).reply({ code: 200, lines: ['x'.repeat(60_000)] });
    expect(transcript.lines()[0]?.text).toHaveLength(LINE_CHARACTERS + 1);
  });

  test('shows what a typed command listed', () => {
    const transcript = createTranscript(() => {});
    transcript.listing({ lines: ['a.txt', 'b.txt'], cut: false });
    expect(transcript.lines().map(({ kind, text }) => [kind, text])).toEqual([
      ['listing', 'a.txt'],
      ['listing', 'b.txt'],
    ]);
  });

  test.each([
    [LISTED_LINES, false, []],
    [LISTED_LINES + 5, false, ['Lines not shown: 5']],
    [LISTED_LINES + 5, true, ['Lines not shown: more than 5']],
    [2, true, ['Lines not shown: more than 0']],
  ])('says what it leaves out of %i listed lines (cut before: %j)', (count, cut, notes) => {
    const transcript = createTranscript(() => {});
    transcript.listing({ lines: Array.from({ length: count }, (_, index) => `${index}`), cut });
    const kept = transcript.lines();
    expect(kept.filter(({ kind }) => kind === 'listing')).toHaveLength(Math.min(count, LISTED_LINES));
    expect(kept.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual(notes);
  });

  test('keeps the newest lines only', () => {
    const transcript = createTranscript(() => {});
    const count = 2 * TRANSCRIPT_LINES + 10;
    for (let index = 1; index <= count; index += 1) transcript.note(`line ${index}`);
    const kept = transcript.lines();
    expect(kept).toHaveLength(TRANSCRIPT_LINES);
    expect(kept.at(-1)?.text).toBe(`line ${count}`);
    expect(kept[0]?.number).toBe(count - TRANSCRIPT_LINES + 1);
  });
});
