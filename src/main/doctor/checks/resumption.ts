import { type Check, type Course, visitOf } from '../course.ts';
import { finding, tlsWords } from '../finding.ts';
import { type TriedListing, tryData } from '../try-listing.ts';
import { createVisit, type Visit } from '../visit.ts';

/**
 * Whether data connections go on with the TLS session of the login: servers that tie the two refuse others. Where none
 * comes about by the newest version, the one before is tried: its sessions need no ticket of each connection.
 */
export const resumption: Check = async function* (course) {
  const visit = visitOf(course);
  const { tlsProtocol } = await visit.connection();
  if (tlsProtocol === null || course.options.tls.data === 'clear') {
    yield finding('resumption', 'inClear');
    return 'go-on';
  }
  const tried = await tryData(course, visit);
  const sessions = visit.recorder.dataSessions;
  const { evidence } = tried;
  if (tried.summary !== null) {
    const resumed = sessions.some((session) => session.resumed);
    const facts = { protocol: tlsWords(sessions.at(-1)?.protocol ?? tlsProtocol) };
    yield finding('resumption', resumed ? 'resumed' : 'notResumed', { facts, evidence });
    return 'go-on';
  }
  if (!brokeOff(tried)) {
    yield finding('resumption', 'notSeen', { evidence });
    return 'go-on';
  }
  const words = tried.error === null ? '' : (tried.attempts.at(-1)?.words ?? '');
  const older = tlsProtocol === 'TLSv1.3' && course.versions.includes('TLSv1.2') ? await tryOlder(course, visit) : null;
  if (older === null) {
    yield finding('resumption', 'fails', { facts: { words, protocol: tlsWords(tlsProtocol) }, evidence });
    return 'go-on';
  }
  yield finding('resumption', 'olderOnly', {
    facts: { words, protocol: tlsWords(tlsProtocol), older: 'TLS 1.2' },
    evidence: [...evidence, ...older],
    fix: { tls: { maxVersion: 'TLSv1.2' } },
  });
  return 'go-on';
};

const brokeOff = ({ attempts, error }: TriedListing): boolean =>
  attempts.some(({ result }) => result === 'broken-off') || (error?.fault.kind === 'reply' && error.fault.code === 425);

/** What showed that it works by TLS 1.2, and the course goes on with that; null where it does not. */
const tryOlder = async (course: Course, newer: Visit): Promise<readonly string[] | null> => {
  const tls = { ...course.options.tls, maxVersion: 'TLSv1.2' } as const;
  const visit = createVisit(course, { tls });
  Object.assign(visit.learned, { pipeliningFails: newer.learned.pipeliningFails });
  const known = [...course.attempts];
  course.attempts.clear();
  const tried = await tryData(course, visit);
  if (tried.summary === null) {
    course.attempts.clear();
    for (const [way, attempt] of known) course.attempts.set(way, attempt);
    await visit.end();
    return null;
  }
  await newer.end();
  course.options = { ...course.options, tls };
  course.visit = visit;
  return tried.evidence;
};
