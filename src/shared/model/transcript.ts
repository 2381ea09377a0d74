import type { SessionId } from './session.ts';

/** One line of the control dialogue or a remark on it, secrets already masked. */
export interface TranscriptLine {
  /** Counts up within a session. */
  readonly number: number;
  readonly timeMs: number;
  /** Which of the session's connections: 0 is the one for browsing. */
  readonly connection: number;
  readonly kind: 'command' | 'reply' | 'listing' | 'note' | 'error';
  readonly text: string;
}

export interface TranscriptBatch {
  readonly sessionId: SessionId;
  readonly lines: readonly TranscriptLine[];
}
