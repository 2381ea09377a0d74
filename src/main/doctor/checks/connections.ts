import { FaultError } from '#shared/fault.ts';
import { type Check, visitOf } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';
import { createVisit } from '../visit.ts';

/** Whether the server lets us in twice at a time; more are not tried, some lock out who comes too often. */
export const connections: Check = async function* (course) {
  await visitOf(course).connection();
  const second = createVisit(course);
  try {
    await second.connection();
    yield finding('connections', 'two');
  } catch (error) {
    if (!(error instanceof FaultError) || course.signal.aborted) throw error;
    const evidence = [...second.recorder.evidence(), error.message];
    const fix = { overrides: { mostConnections: 1 } };
    yield finding('connections', 'one', { facts: { words: wordsOf(error) }, evidence, fix });
  } finally {
    await second.end();
  }
  return 'go-on';
};
