import type { FindingOf } from '#shared/model/diagnosis.ts';
import type { CertificateProblem } from '#shared/model/prompt.ts';
import type { CertificateQuestion } from '../../ftp/engine.ts';
import type { Check, KeptTrust } from '../course.ts';
import { finding } from '../finding.ts';

/** Whether the server is who it says it is. */
export const certificate: Check = async function* (course) {
  const { question, options, subject } = course;
  if (options.security === 'none' || course.tls !== 'works') return 'go-on';
  if (question === null) {
    yield finding('certificate', 'trusted', { facts: { host: options.host } });
    return 'go-on';
  }
  yield judgeCertificate(question, subject.trust(question));
  return 'go-on';
};

/** What a certificate that no root vouches for means. */
export const judgeCertificate = (question: CertificateQuestion, trust: KeptTrust): FindingOf<'certificate'> => {
  const { host, problems, chain } = question;
  const [leaf] = chain;
  const facts = { host, names: leaf?.names.join(', ') ?? '', issuer: leaf?.issuer ?? '', sha256: leaf?.sha256 ?? '' };
  const evidence = [
    problems.join(', '),
    ...chain.map(
      ({ subject, issuer, validFromMs, validToMs }) =>
        `${subject} < ${issuer}, ${day(validFromMs)} to ${day(validToMs)}`,
    ),
    `SHA-256 ${facts.sha256}`,
  ];
  if (trust === 'trusted') return finding('certificate', 'kept', { facts, evidence });
  return finding('certificate', trust === 'changed' ? 'changed' : worst(problems), { facts, evidence });
};

const worst = (problems: readonly CertificateProblem[]): 'otherHost' | 'expired' | 'untrusted' => {
  // Who vouches for nobody may say any name and any day.
  if (problems.includes('self-signed') || problems.includes('unknown-issuer') || problems.includes('other')) {
    return 'untrusted';
  }
  if (problems.includes('wrong-host')) return 'otherHost';
  return problems.includes('expired') ? 'expired' : 'untrusted';
};

const day = (epochMs: number): string => (Number.isNaN(epochMs) ? '?' : new Date(epochMs).toISOString().slice(0, 10));
