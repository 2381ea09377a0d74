import { copyText } from '#shared/contract/application.ts';
import { readTranscript } from '#shared/contract/transcript.ts';
import type { SessionId } from '#shared/model/session.ts';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import { call } from '../bridge/index.ts';
import { transcriptText } from '../format/transcript-text.ts';
import { reportFault } from '../state/faults.ts';
import { receiveWholeTranscript } from '../state/transcript.ts';

/** Reads what main has kept of a session's transcript; what comes later comes as events. */
export const loadTranscript = async (sessionId: SessionId): Promise<void> => {
  const result = await call(readTranscript, { sessionId });
  if (!result.ok) {
    // A session that main does not know yet, or not any more, has said nothing that could be read.
    const unknown = result.fault.kind === 'refused-here' && result.fault.reason === 'not-connected';
    if (!unknown) reportFault(result.fault, { sessionId });
    return;
  }
  receiveWholeTranscript(sessionId, result.value);
};

/** The contract's bound for one copied text, in characters. */
const COPIED_CHARACTERS = 1_000_000;

/** Puts lines of a transcript on the clipboard; where they are too many, the newest. */
export const copyTranscript = async (lines: readonly TranscriptLine[]): Promise<void> => {
  const result = await call(copyText, { text: transcriptText(lines).slice(-COPIED_CHARACTERS) });
  if (!result.ok) reportFault(result.fault);
};
