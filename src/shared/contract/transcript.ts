import { z } from 'zod';
import type { TranscriptBatch, TranscriptLine } from '../model/transcript.ts';
import { answers, event, request } from './define.ts';
import { sessionId } from './fields.ts';

/** What is kept of a session's transcript (its newest lines), for a window that has just been loaded. */
export const readTranscript = request(
  'transcript/read',
  z.strictObject({ sessionId }),
  answers<readonly TranscriptLine[]>(),
);

export const transcriptGrew = event('transcript/grew', 'batch', answers<TranscriptBatch>());
