import type { CertificateProblem, CertificateView } from '#shared/model/prompt.ts';

/** What is told of a certificate; first what a person is asked to compare. */
export const CERTIFICATE_FACTS = ['fingerprint', 'subject', 'issuer', 'names', 'valid'] as const;

export type CertificateFact = (typeof CERTIFICATE_FACTS)[number];

/** The fact that a problem is about. */
const ABOUT: Readonly<Partial<Record<CertificateProblem, CertificateFact>>> = {
  'self-signed': 'issuer',
  'unknown-issuer': 'issuer',
  'wrong-host': 'names',
  expired: 'valid',
  'not-yet-valid': 'valid',
};

/** The facts to look at: what the problems are about or, beside the certificate that was trusted before, what differs. */
export const marksOf = (
  problems: readonly CertificateProblem[],
  shown: CertificateView,
  previous: CertificateView | null,
): ReadonlySet<CertificateFact> => {
  if (previous) return new Set(CERTIFICATE_FACTS.filter((fact) => textOf(shown, fact) !== textOf(previous, fact)));
  return new Set(problems.flatMap((problem) => ABOUT[problem] ?? []));
};

const textOf = (certificate: CertificateView, fact: CertificateFact): string => {
  switch (fact) {
    case 'subject':
    case 'issuer':
      return certificate[fact];
    case 'names':
      return certificate.names.join('\n');
    case 'valid':
      return `${certificate.validFromMs}-${certificate.validToMs}`;
    case 'fingerprint':
      return certificate.sha256;
  }
};
