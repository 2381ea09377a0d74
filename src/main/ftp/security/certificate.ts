import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
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

/** Certificates that the server showed, leaf first. Empty where it showed none. */
export const certificateChain = (socket: TLSSocket): readonly CertificateView[] => {
  const views: CertificateView[] = [];
  let certificate: PeerCertificate & { issuerCertificate?: PeerCertificate } = socket.getPeerCertificate(true);
  while (certificate?.raw !== undefined && views.length < MAX_CHAIN) {
    if (views.some((view) => view.sha256 === certificate.fingerprint256)) break;
    views.push(viewOf(certificate));
    if (certificate.issuerCertificate === undefined) break;
    certificate = certificate.issuerCertificate;
  }
  return views;
};

const viewOf = (certificate: PeerCertificate): CertificateView => ({
  subject: distinguishedName(certificate.subject),
  issuer: distinguishedName(certificate.issuer),
  names: certificate.subjectaltname?.split(', ') ?? [],
  validFromMs: Date.parse(certificate.valid_from),
  validToMs: Date.parse(certificate.valid_to),
  sha256: certificate.fingerprint256,
});

/** `CN=ftp.example.org, O=Example` */
const distinguishedName = (name: object | undefined): string =>
  Object.entries(name ?? {})
    .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${key}=${String(one)}`))
    .join(', ');

/**
 * Why the certificate of a completed handshake cannot be trusted by itself; empty where it can. The host name is
 * checked even where OpenSSL already found something else, so that a person is asked once about everything.
 *
 * @param host the name or address a person asked for
 */
export const certificateProblems = (socket: TLSSocket, host: string, nowMs: number): readonly CertificateProblem[] => {
  const problems = new Set<CertificateProblem>();
  const leaf = socket.getPeerCertificate();
  if (leaf.raw === undefined) return ['other'];
  if (!socket.authorized) problems.add(problemOf(socket.authorizationError));
  if (checkServerIdentity(host, leaf) !== undefined) problems.add('wrong-host');
  if (Date.parse(leaf.valid_to) < nowMs) problems.add('expired');
  if (Date.parse(leaf.valid_from) > nowMs) problems.add('not-yet-valid');
  return [...problems];
};

/** `authorizationError` is declared an Error, but holds the code as a string where there is one. */
const problemOf = (error: unknown): CertificateProblem => {
  const code = typeof error === 'string' ? error : error instanceof Error && 'code' in error ? error.code : '';
  return PROBLEMS[String(code)] ?? 'other';
};

/** Colon-separated upper-case hex of the leaf's SHA-256, or null where the server showed no certificate. */
export const leafFingerprint = (socket: TLSSocket): string | null =>
  socket.getPeerX509Certificate()?.fingerprint256 ?? null;
