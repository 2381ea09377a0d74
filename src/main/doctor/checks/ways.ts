import { isIpv6 } from '../../ftp/network/address.ts';
import { type Attempt, WAYS, type Way } from '../attempts.ts';
import { type Check, type Course, visitOf } from '../course.ts';
import { finding } from '../finding.ts';
import { steer } from '../steer.ts';
import { tryData } from '../try-listing.ts';
import { judgeData, type WayFinding } from './data.ts';
import { judgePasv } from './pasv.ts';

/** Every way to a data connection, each with a real listing, and which of them the site should take. */
export const ways: Check = async function* (course) {
  const found = new Map<Way, WayFinding>();
  for (const way of WAYS) {
    const judged = cannotBe(course, way) ?? (await tryWay(course, way));
    if (judged === null) continue;
    found.set(way, judged);
    yield judged;
  }
  const { way, judged } = judgeData(found, course.subject.settings);
  await settleVisit(course, way === 'PASV' && found.get('PASV')?.verdict === 'otherHostOnly');
  course.way = way;
  if (way !== null) steer(visitOf(course), way);
  yield judged;
  return 'go-on';
};

const CHECK_OF = { EPSV: 'epsv', PASV: 'pasv', EPRT: 'eprt', PORT: 'port' } as const;

/** Ways that this connection cannot have: PASV and PORT know IPv4 alone, and not every proxy lets a server call. */
const cannotBe = ({ meeting, options }: Course, way: Way): WayFinding | null => {
  const isIpv4 = !isIpv6(meeting?.serverAddress ?? '');
  // SOCKS5 takes a call in our place (BIND, RFC 1928 4), HTTP has nothing like it.
  const takesCalls = options.proxy?.kind !== 'http';
  switch (way) {
    case 'EPSV':
      return null;
    case 'PASV':
      return isIpv4 ? null : finding('pasv', 'ipv6');
    case 'EPRT':
      return takesCalls ? null : finding('eprt', 'byProxy');
    case 'PORT':
      if (!takesCalls) return finding('port', 'byProxy');
      return isIpv4 ? null : finding('port', 'ipv6');
  }
};

/** @returns null where the engine did not come to trying it */
const tryWay = async (course: Course, way: Way): Promise<WayFinding | null> => {
  if (!course.attempts.has(way)) {
    const visit = visitOf(course);
    steer(visit, way);
    await tryData(course, visit);
  }
  const attempt = course.attempts.get(way);
  if (attempt === undefined) return null;
  return way === 'PASV' ? judgePasv(course, attempt) : judgeWay(CHECK_OF[way], attempt);
};

/** Goes on with the visit that has data connections. */
const settleVisit = async (course: Course, believing: boolean): Promise<void> => {
  const { believing: other, visit } = course;
  course.believing = null;
  if (other === null) return;
  await (believing ? visit : other)?.end();
  if (believing) course.visit = other;
};

const VERDICTS = { works: 'works', refused: 'refused', blocked: 'blocked', 'broken-off': 'brokenOff' } as const;

const judgeWay = (check: 'epsv' | 'eprt' | 'port', { result, words, milliseconds, evidence }: Attempt): WayFinding =>
  finding(check, VERDICTS[result], { facts: { words, milliseconds }, evidence });
