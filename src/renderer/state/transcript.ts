import { createStore } from 'zustand/vanilla';
import type { SessionId } from '#shared/model/session.ts';
import type { TranscriptBatch, TranscriptLine } from '#shared/model/transcript.ts';

/** The lines of one session. `lines` grows in place: copying it for every batch would be quadratic. */
export interface SessionTranscript {
  readonly lines: readonly TranscriptLine[];
  /** Lines that are gone from the top: too old, or missed while the window was busy. */
  readonly missing: number;
  /** Grows with every change of `lines`. */
  readonly version: number;
}

export interface TranscriptState {
  /** Those that spoke last are last. They outlive their sessions: why one could not be had stands in its dialogue. */
  readonly sessions: ReadonlyMap<SessionId, SessionTranscript>;
}

const KEPT_SESSIONS = 8;

/** Kept at most, and how many go at once when they are more, so that trimming is rare. */
export const KEPT_LINES = 10_000;
const TRIMMED_LINES = 1_000;

const EMPTY_TRANSCRIPT: SessionTranscript = { lines: [], missing: 0, version: 0 };

export const transcript = createStore<TranscriptState>()(() => ({ sessions: new Map() }));

export const transcriptOf = (state: TranscriptState, id: SessionId | null): SessionTranscript =>
  (id === null ? undefined : state.sessions.get(id)) ?? EMPTY_TRANSCRIPT;

/**
 * Adds lines to the end of a session's transcript. Lines that are there already (read and heard of at the same time)
 * are left out by their number, and a gap in the numbers is what the window missed.
 */
export const receiveTranscript = (batch: TranscriptBatch): void => {
  const { sessions } = transcript.getState();
  const known = sessions.get(batch.sessionId) ?? { lines: [], missing: 0, version: 0 };
  // The arrays are made here and nowhere else; outside they are read only.
  const lines = known.lines as TranscriptLine[];
  let missing = known.missing;
  for (const line of batch.lines) {
    const last = lines.at(-1)?.number ?? line.number - 1;
    if (line.number <= last) continue;
    missing += line.number - last - 1;
    lines.push(line);
  }
  if (lines.length > KEPT_LINES) {
    missing += lines.splice(0, Math.max(TRIMMED_LINES, lines.length - KEPT_LINES)).length;
  }
  keep(batch.sessionId, { lines, missing, version: known.version + 1 });
};

/** The transcript as main has kept it, for a window that has just been loaded; what was heard meanwhile stays. */
export const receiveWholeTranscript = (sessionId: SessionId, lines: readonly TranscriptLine[]): void => {
  const heard = transcriptOf(transcript.getState(), sessionId).lines;
  const first = heard[0]?.number ?? Number.POSITIVE_INFINITY;
  const version = transcriptOf(transcript.getState(), sessionId).version + 1;
  keep(sessionId, { lines: [...lines.filter((line) => line.number < first), ...heard], missing: 0, version });
};

/** The session that spoke last, whether it still stands or not. */
export const lastSpeaker = (state: TranscriptState): SessionId | null => [...state.sessions.keys()].at(-1) ?? null;

const keep = (sessionId: SessionId, kept: SessionTranscript): void => {
  const sessions = new Map(transcript.getState().sessions);
  sessions.delete(sessionId);
  sessions.set(sessionId, kept);
  transcript.setState({ sessions: new Map([...sessions].slice(-KEPT_SESSIONS)) });
};
