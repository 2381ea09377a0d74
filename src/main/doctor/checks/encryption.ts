import { DEFAULT_PORT, IMPLICIT_TLS_PORT } from '#shared/model/connection.ts';
import type { Check, Course } from '../course.ts';
import { finding, tlsWords, wordsOf } from '../finding.ts';
import { hadHandshake, type Knock, knock } from '../knock.ts';

/** The versions that are safe today; whether the site allows them is another matter. */
const MODERN = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' } as const;

/** Whether the control connection can be protected: by AUTH TLS (RFC 4217 4), or from the first byte on. */
export const encryption: Check = async function* (course) {
  const { options, subject } = course;
  if (options.proxy?.kind === 'ftp') {
    yield finding('encryption', 'byProxy');
    return 'go-on';
  }
  if (options.security === 'implicit' && course.meeting !== null) {
    course.tls = 'works';
    yield works(course, course.meeting.tlsProtocol, []);
    return 'go-on';
  }
  const security = options.security === 'implicit' ? 'implicit' : 'explicit';
  const met = await knock(course, { security, tls: { ...options.tls, ...MODERN } });
  const evidence = [...met.recorder.evidence(), ...(met.error === null ? [] : [wordsOf(met.error)])];
  if (hadHandshake(met)) {
    course.tls = 'works';
    course.question = met.question;
    course.meeting = met.meeting ?? course.meeting;
    if (options.security !== 'none') {
      yield works(course, met.meeting?.tlsProtocol ?? null, evidence);
      return 'go-on';
    }
    yield finding('encryption', 'notWanted', { evidence, fix: { security: 'explicit' } });
    // Without trust the login stays as the site has it, in the clear.
    if (isTrusted(course)) course.options = { ...options, security: 'explicit' };
    else course.question = null;
    return 'go-on';
  }
  if (isRefused(met)) {
    course.tls = 'not-offered';
    if (await isElsewhere(course)) {
      course.tls = 'works';
      const fix = { security: 'implicit', port: IMPLICIT_TLS_PORT } as const;
      course.options = { ...options, ...fix };
      yield finding('encryption', 'elsewhere', { facts: { port: options.port, elsewhere: fix.port }, evidence, fix });
      return 'go-on';
    }
    const required = options.security === 'explicit' || (options.security === 'try' && options.learned.hadTls);
    yield finding('encryption', required ? 'missing' : 'notOffered', {
      facts: { words: wordsOf(met.error) },
      evidence,
    });
    return required ? 'stop' : 'go-on';
  }
  course.tls = 'fails';
  // Whether another version of TLS comes about is for the next check to say.
  yield finding('encryption', 'fails', { facts: { words: wordsOf(met.error) }, evidence });
  return subject.settings.security === 'none' || met.error?.fault.kind === 'security' ? 'go-on' : 'stop';
};

const works = (course: Course, protocol: string | null, evidence: readonly string[]) =>
  finding('encryption', 'works', {
    facts: { protocol: tlsWords(protocol ?? 'TLS'), port: course.options.port, way: course.options.security },
    evidence,
  });

const isTrusted = ({ question, subject }: Course): boolean =>
  question === null || subject.trust(question) === 'trusted';

const isRefused = ({ error }: Knock): boolean =>
  error?.fault.kind === 'security' && error.fault.reason === 'tls-not-offered';

/** A server without AUTH may have a port of its own for TLS. */
const isElsewhere = async (course: Course): Promise<boolean> =>
  course.options.port === DEFAULT_PORT &&
  hadHandshake(await knock(course, { security: 'implicit', port: IMPLICIT_TLS_PORT }));
