import { isProxyCause } from '#shared/fault.ts';
import type { Finding } from '#shared/model/diagnosis.ts';
import type { Check, Course } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';
import { hadHandshake, type Knock, knock } from '../knock.ts';
import type { Passed } from '../recorder.ts';

/** A greeting that takes longer lets people think that nothing is there. */
const SLOW_MS = 5_000;

/** What the server says first, and whether it says it in the clear or under TLS. */
export const greeting: Check = async function* (course) {
  const implicit = course.options.security === 'implicit';
  const first = await knock(course, { security: implicit ? 'implicit' : 'none' });
  if (isGreeted(first)) {
    course.meeting = first.meeting;
    course.question = first.question;
    yield judgeGreeting(first);
    return 'go-on';
  }
  const other = await knockOtherwise(course, first, implicit);
  if (other !== null) {
    const fix = { security: implicit ? 'explicit' : 'implicit' } as const;
    course.options = { ...course.options, ...fix };
    course.meeting = other.meeting;
    course.question = other.question;
    const evidence = [...first.recorder.evidence(), ...other.recorder.evidence()];
    const facts = { port: course.options.port };
    yield finding('greeting', implicit ? 'isPlain' : 'wantsTls', { facts, evidence, fix });
    return 'go-on';
  }
  yield judgeNoGreeting(first);
  return 'stop';
};

/** Under TLS the certificate comes before the greeting, and one that is not trusted shows a server all the same. */
const isGreeted = (met: Knock): boolean => met.error === null || hadHandshake(met);

/**
 * A server that waits for TLS says nothing in the clear, and one that greets in the clear breaks off a handshake:
 * the other way round is tried where it looks like that.
 */
const knockOtherwise = async (course: Course, { error }: Knock, implicit: boolean): Promise<Knock | null> => {
  if (error === null || error.fault.kind === 'reply') return null;
  const { fault } = error;
  const refused =
    fault.kind === 'control-connection' && fault.stage === 'connecting' && fault.cause !== 'timeout' && !implicit;
  if (refused || (fault.kind === 'control-connection' && fault.cause === 'service-closing')) return null;
  const other = await knock(course, { security: implicit ? 'none' : 'implicit' });
  return isGreeted(other) ? other : null;
};

const judgeGreeting = (met: Knock): Finding => {
  const milliseconds = greetingMs(met.recorder.since(0));
  const reply = met.recorder.since(0).find((passed) => passed.kind === 'reply');
  // A notice of many lines names the server in one of them, which the evidence has.
  const greeting = reply?.kind === 'reply' ? `${reply.reply.code} ${reply.reply.lines[0] ?? ''}` : '';
  const facts = { greeting, seconds: Math.round(milliseconds / 1000) };
  return finding('greeting', milliseconds > SLOW_MS ? 'slow' : 'greets', { facts, evidence: met.recorder.evidence() });
};

/** From the connection that stands to the first reply. */
const greetingMs = (passed: readonly Passed[]): number => {
  const at = passed.findIndex(({ kind }) => kind === 'reply');
  const greeted = passed[at];
  const connected = passed[at - 1];
  return greeted === undefined || connected === undefined ? 0 : greeted.atMs - connected.atMs;
};

/** Why there was none. */
export const judgeNoGreeting = ({ error, recorder }: Knock): Finding => {
  const words = wordsOf(error);
  const evidence = [...recorder.evidence(), words];
  const facts = { words };
  const fault = error?.fault;
  if (fault?.kind === 'control-connection' && fault.cause === 'service-closing')
    return finding('greeting', 'busy', { facts, evidence });
  if (fault?.kind === 'control-connection' && isProxyCause(fault.cause)) {
    return finding('greeting', 'proxyFails', { facts, evidence });
  }
  if (fault?.kind === 'reply') return finding('greeting', fault.code < 500 ? 'busy' : 'refused', { facts, evidence });
  if (fault?.kind === 'protocol') return finding('greeting', 'notFtp', { facts, evidence });
  return finding('greeting', 'silent', { facts, evidence });
};
