import { FaultError } from '#shared/fault.ts';
import type { Finding } from '#shared/model/diagnosis.ts';
import type { Check } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';
import { createVisit } from '../visit.ts';

/** The login as the site has it. A password goes only where the certificate is trusted, or where the site has no TLS. */
export const login: Check = async function* (course) {
  const { options, subject, question } = course;
  const facts = { user: options.user };
  if (!subject.passwordKnown) {
    yield finding('login', 'noPassword', { facts });
    return 'stop';
  }
  if (question !== null && options.security !== 'none' && subject.trust(question) !== 'trusted') {
    yield finding('login', 'notSafe', { facts });
    return 'stop';
  }
  const visit = createVisit(course);
  try {
    await visit.connection();
  } catch (error) {
    if (!(error instanceof FaultError) || course.signal.aborted) throw error;
    yield judgeNoLogin(error, options.user, visit.recorder.evidence());
    return 'stop';
  }
  course.visit = visit;
  yield finding('login', 'works', { facts, evidence: visit.recorder.evidence() });
  return 'go-on';
};

/** Why a login was not to be had. */
export const judgeNoLogin = (error: FaultError, user: string, dialogue: readonly string[]): Finding => {
  const { fault } = error;
  const words = wordsOf(error);
  const more = { facts: { user, words }, evidence: [...dialogue, error.message] };
  if (fault.kind === 'security' && fault.reason === 'protection-refused') return finding('protection', 'refused', more);
  if (fault.kind === 'control-connection' && fault.cause === 'service-closing') return finding('login', 'busy', more);
  if (fault.kind === 'refused-here' && fault.reason === 'declined') return finding('login', 'unencrypted', more);
  if (fault.kind !== 'reply') return finding('login', 'fails', more);
  if (fault.code === 332 || fault.code === 532) return finding('login', 'accountWanted', more);
  if (fault.code === 530 || fault.code === 430) return finding('login', 'passwordRefused', more);
  return finding('login', fault.code < 500 ? 'busy' : 'fails', more);
};
