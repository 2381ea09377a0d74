import { replyText } from '#shared/ftp/reply.ts';
import type { FindingOf } from '#shared/model/diagnosis.ts';
import { parsePassiveReply } from '../../ftp/protocol/host-port.ts';
import type { Attempt } from '../attempts.ts';
import type { Course } from '../course.ts';
import { finding } from '../finding.ts';
import { mayKnock } from '../may-knock.ts';
import { steer } from '../steer.ts';
import { tryListing } from '../try-listing.ts';
import { createVisit } from '../visit.ts';

/**
 * PASV, whose reply names an address (RFC 959 4.1.2). One that is not the server's is not used; where nothing answers at
 * the server's own, it is tried once, as a server may have several.
 */
export const judgePasv = async (course: Course, attempt: Attempt): Promise<FindingOf<'pasv'>> => {
  const { result, words, milliseconds, evidence } = attempt;
  const host = course.meeting?.serverAddress ?? null;
  const announced = announcedHost(attempt);
  const facts = { words, milliseconds, announced: announced ?? '', host: host ?? '' };
  // Behind a proxy nobody here knows whose address it is.
  const differs = announced !== null && host !== null && announced !== host;
  if (result === 'works') return finding('pasv', differs ? 'otherHost' : 'works', { facts, evidence });
  if (result === 'refused') return finding('pasv', 'refused', { facts, evidence });
  if (!differs || result === 'broken-off' || !mayKnock(announced, host)) {
    return finding('pasv', result === 'blocked' ? 'blocked' : 'brokenOff', { facts, evidence });
  }
  const shown = await tryAnnounced(course);
  return finding('pasv', shown === null ? 'blocked' : 'otherHostOnly', { facts, evidence: shown ?? evidence });
};

const announcedHost = ({ reply }: Attempt): string | null => {
  if (reply?.code !== 227) return null;
  try {
    return parsePassiveReply(replyText(reply)).host;
  } catch {
    return null;
  }
};

/** What showed that the address of the 227 answers, and the visit goes on believing it; null where it does not. */
const tryAnnounced = async (course: Course): Promise<readonly string[] | null> => {
  const visit = createVisit(course, { trustPassiveHost: true, dataConnection: 'passive' });
  steer(visit, 'PASV');
  visit.learned.pipeliningFails = true;
  const tried = await tryListing(visit, course.commands[0] ?? 'NLST', course.signal);
  if (tried.summary === null) {
    await visit.end();
    return null;
  }
  course.believing = visit;
  return tried.evidence;
};
