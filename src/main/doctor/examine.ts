import { FaultError } from '#shared/fault.ts';
import type { Finding } from '#shared/model/diagnosis.ts';
import { certificate } from './checks/certificate.ts';
import { connections } from './checks/connections.ts';
import { encoding } from './checks/encoding.ts';
import { encryption } from './checks/encryption.ts';
import { greeting } from './checks/greeting.ts';
import { keepAlive } from './checks/keep-alive.ts';
import { listing } from './checks/listing.ts';
import { login } from './checks/login.ts';
import { name } from './checks/name.ts';
import { pipelining } from './checks/pipelining.ts';
import { protection } from './checks/protection.ts';
import { reach } from './checks/reach.ts';
import { resumption } from './checks/resumption.ts';
import { server } from './checks/server.ts';
import { times } from './checks/times.ts';
import { versions } from './checks/versions.ts';
import { ways } from './checks/ways.ts';
import type { Check, Course, Subject } from './course.ts';
import { finding, wordsOf } from './finding.ts';

/** From the host's name to a second connection; each goes by what those before it have found. */
const CHECKS: readonly Check[] = [
  ...[name, reach, greeting, encryption, versions, certificate, login],
  ...[server, pipelining, protection, resumption, ways],
  ...[connections, keepAlive, listing, encoding, times],
];

/**
 * Examines how a site connects: tells each finding as soon as it is there, and ends where there is no use in going on.
 * It asks nobody, changes nothing on the server, has two connections at most at a time, and sends the password only
 * where the site's settings and the certificates that are trusted already allow it.
 *
 * @param signal ends it, whatever it waits for
 * Faults: `cancelled`. A server that ends the connection in the middle of a check is a finding too.
 */
export const examine = async function* (subject: Subject, signal: AbortSignal): AsyncGenerator<Finding, void, void> {
  const course: Course = {
    subject,
    signal,
    options: subject.options,
    addresses: [],
    meeting: null,
    tls: 'unknown',
    versions: [],
    question: null,
    commands: ['MLSD', 'LIST', 'NLST'],
    attempts: new Map(),
    way: null,
    listed: { mlsd: null, list: null },
    believing: null,
    visit: null,
  };
  try {
    for (const check of CHECKS) {
      if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
      if ((yield* check(course)) === 'stop') return;
    }
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' }, { cause: error });
    const evidence = [...(course.visit?.recorder.evidence() ?? []), error.message];
    yield finding('examination', 'brokenOff', { facts: { words: wordsOf(error) }, evidence });
  } finally {
    await Promise.all([course.visit?.end(), course.believing?.end()]);
  }
};
