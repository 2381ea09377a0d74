import { copyText } from '#shared/contract/application.ts';
import { readTranscript } from '#shared/contract/transcript.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';
import { receiveWholeTranscript } from '../state/transcript.ts';
import { transcriptText } from '../transcript/transcript-text.ts';

/** Reads what main has kept of a session's transcript; what comes later comes as events. */
export const loadTranscript = async (sessionId: SessionId): Promise<void> => {
  const result = await call(readTranscript, { sessionId });
  if (!result.ok) return reportFault(result.fault, { sessionId });
  receiveWholeTranscript(sessionId, result.value);
};

/** The contract's bound for one copied text, in characters. */
const COPIED_CHARACTERS = 1_000_000;

/** Puts lines of a transcript on the clipboard; where they are too many, the newest. */
export const copyTranscript = async (lines: readonly TranscriptLine[]): Promise<void> => {
  const result = await call(copyText, { text: transcriptText(lines).slice(-COPIED_CHARACTERS) });
  if (!result.ok) reportFault(result.fault);
};
