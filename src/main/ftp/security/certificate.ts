import type { X509Certificate } from 'node:crypto';
import { checkServerIdentity, type TLSSocket } from 'node:tls';
import type { CertificateProblem, CertificateView } from '#shared/model/prompt.ts';

/** OpenSSL's verdicts (X509_V_ERR_…, as Node names them) in words a person can be asked about. */
const PROBLEMS: Readonly<Record<string, CertificateProblem>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  CERT_UNTRUSTED: 'unknown-issuer',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'wrong-host',
};

/** The most certificates of a chain that are looked at; a server may send as many as it likes. */
const MAX_CHAIN = 10;

/** The certificates that the server showed, leaf first. */
export const certificateChain = (leaf: X509Certificate): readonly CertificateView[] => {
  const views: CertificateView[] = [];
  for (let certificate: X509Certificate | undefined = leaf; certificate !== undefined && views.length < MAX_CHAIN; ) {
    views.push(viewOf(certificate));
    certificate = certificate.issuerCertificate;
  }
  return views;
};

const viewOf = (certificate: X509Certificate): CertificateView => ({
  subject: distinguishedName(certificate.subject),
  issuer: distinguishedName(certificate.issuer),
  names: certificate.subjectAltName?.split(', ') ?? [],
  validFromMs: Date.parse(certificate.validFrom),
  validToMs: Date.parse(certificate.validTo),
  sha256: certificate.fingerprint256,
});

/** One attribute a line, as Node has it, to `CN=ftp.example.org, O=Example`. */
const distinguishedName = (lines: string | undefined): string => (lines ?? '').split('\n').join(', ');

/**
 * Why the certificate of a completed handshake cannot be trusted by itself; empty where it can. Host name and dates are
 * checked even where OpenSSL already found something else, so that a person is asked once about everything.
 *
 * @param leaf the server's certificate, undefined where it showed none
 * @param host the name or address a person asked for
 */
export const certificateProblems = (
  socket: TLSSocket,
  leaf: X509Certificate | undefined,
  host: string,
  nowMs: number,
): readonly CertificateProblem[] => {
  if (leaf === undefined) return ['other'];
  const problems = new Set<CertificateProblem>();
  if (!socket.authorized) problems.add(problemOf(socket.authorizationError));
  if (checkServerIdentity(host, leaf.toLegacyObject()) !== undefined) problems.add('wrong-host');
  if (Date.parse(leaf.validTo) < nowMs) problems.add('expired');
  if (Date.parse(leaf.validFrom) > nowMs) problems.add('not-yet-valid');
  return [...problems];
};

/** `authorizationError` is declared an Error, but holds the code as a string where there is one. */
const problemOf = (error: unknown): CertificateProblem => {
  const code = typeof error === 'string' ? error : error instanceof Error && 'code' in error ? error.code : '';
  return PROBLEMS[String(code)] ?? 'other';
};
