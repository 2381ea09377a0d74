import { beforeEach, expect, test } from 'vitest';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import {
  KEPT_LINES,
  lastSpeaker,
  receiveTranscript,
  receiveWholeTranscript,
  transcript,
  transcriptOf,
} from '../../../src/renderer/state/transcript.ts';

const line = (number: number): TranscriptLine => ({
  number,
  timeMs: 0,
  connection: 0,
  kind: 'command',
  text: `NOOP ${number}`,
});
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => line(from + step));
const hear = (...heard: TranscriptLine[]) => receiveTranscript({ sessionId: 's', lines: heard });
const kept = () => transcriptOf(transcript.getState(), 's');
const numbers = () => kept().lines.map((each) => each.number);

beforeEach(() => transcript.setState({ sessions: new Map() }));

test('lines are added in their order, and those that are there already are left out', () => {
  hear(line(1), line(2));
  hear(line(2), line(3));
  expect(numbers()).toEqual([1, 2, 3]);
  expect(kept().missing).toBe(0);
});

test('a gap in the numbers is counted as missed', () => {
  hear(line(1));
  hear(line(5));
  expect(kept().missing).toBe(3);
});

test('every change has a version of its own, although the lines grow in place', () => {
  hear(line(1));
  const before = kept();
  hear(line(2));
  expect(kept().lines).toBe(before.lines);
  expect(kept().version).toBeGreaterThan(before.version);
});

test('the oldest lines go when there are too many, and are counted', () => {
  hear(...lines(1, KEPT_LINES));
  hear(line(KEPT_LINES + 1));
  expect(kept().lines.length).toBeLessThanOrEqual(KEPT_LINES);
  expect(numbers()[0]).toBe(kept().missing + 1);
  expect(numbers().at(-1)).toBe(KEPT_LINES + 1);
});

test('one batch longer than what is kept leaves its newest lines', () => {
  hear(...lines(1, KEPT_LINES * 2));
  expect(kept().lines.length).toBeLessThanOrEqual(KEPT_LINES);
  expect(numbers().at(-1)).toBe(KEPT_LINES * 2);
  expect(numbers()[0]).toBe(kept().missing + 1);
});

test('what main has kept comes before what was heard meanwhile', () => {
  hear(line(3), line(4));
  receiveWholeTranscript('s', lines(1, 3));
  expect(numbers()).toEqual([1, 2, 3, 4]);
});

test('sessions have transcripts of their own', () => {
  hear(line(1));
  receiveTranscript({ sessionId: 'other', lines: [line(1), line(2)] });
  expect(numbers()).toEqual([1]);
  expect(lastSpeaker(transcript.getState())).toBe('other');
});

test('the eight sessions that spoke last are kept', () => {
  for (const sessionId of ['s', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 's', 'i']) {
    receiveTranscript({ sessionId, lines: [line(sessionId === 's' ? kept().lines.length + 1 : 1)] });
  }
  expect([...transcript.getState().sessions.keys()]).toEqual(['c', 'd', 'e', 'f', 'g', 'h', 's', 'i']);
  expect(numbers()).toEqual([1, 2]);
});
