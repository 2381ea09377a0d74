import { type Check, visitOf } from '../course.ts';
import { finding } from '../finding.ts';

/** Whether commands sent ahead of replies were answered in order during the login (RFC 959 2.3). */
export const pipelining: Check = async function* (course) {
  const visit = visitOf(course);
  const evidence = visit.shown.get('pipeliningFails');
  if (!course.options.pipelining) yield finding('pipelining', 'off');
  else if (evidence === undefined) yield finding('pipelining', 'inOrder');
  else {
    course.options = { ...course.options, pipelining: false };
    yield finding('pipelining', 'fails', { evidence, fix: { pipelining: false } });
  }
  // From here on one command after the other, so that each reply shows what it belongs to.
  visit.learned.pipeliningFails = true;
  return 'go-on';
};
