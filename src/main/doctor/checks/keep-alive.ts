import { FaultError } from '#shared/fault.ts';
import { type Check, visitOf } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';

/** Whether the server takes a sign of life. */
export const keepAlive: Check = async function* (course) {
  const visit = visitOf(course);
  const connection = await visit.connection();
  const mark = visit.recorder.mark();
  try {
    await connection.noop();
    yield finding('keepAlive', 'works', { evidence: visit.recorder.evidence(mark) });
  } catch (error) {
    if (!(error instanceof FaultError) || course.signal.aborted) throw error;
    yield finding('keepAlive', 'refused', {
      facts: { words: wordsOf(error) },
      evidence: visit.recorder.evidence(mark),
    });
  }
  return 'go-on';
};
