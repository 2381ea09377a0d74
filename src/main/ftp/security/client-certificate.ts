import type { SecureContextOptions } from 'node:tls';
import type { ClientCertificate } from '../engine.ts';

/** What Node's TLS takes of a client certificate. */
export const identityOf = (certificate: ClientCertificate): SecureContextOptions => {
  const secret = certificate.passphrase === null ? {} : { passphrase: certificate.passphrase };
  return certificate.kind === 'pem'
    ? { cert: certificate.certificate, key: certificate.key, ...secret }
    : { pfx: Buffer.from(certificate.file), ...secret };
};

/** Whether a client certificate opens with its passphrase, and its key is the certificate's. */
export const checkClientCertificate = (
  certificate: ClientCertificate,
): 'usable' | 'wrong-passphrase' | { readonly unusable: string } => {
  try {
    if (certificate.kind === 'pem') {
      if (!certificate.certificate.includes('-----BEGIN CERTIFICATE-----')) return { unusable: 'no certificate in it' };
      if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(certificate.key)) return { unusable: 'no private key in it' };
      if (!opens(certificate)) return 'wrong-passphrase';
    }
    // Not imported: what checks a certificate of ours is loaded without TLS too.
    process.getBuiltinModule('node:tls').createSecureContext(identityOf(certificate));
    return 'usable';
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // PKCS#12 has a code over all of it that tells (RFC 7292 4): OpenSSL's words, and BoringSSL's.
    return /mac verify failure|INCORRECT_PASSWORD/i.test(words) ? 'wrong-passphrase' : { unusable: words };
  }
};

/** Of an encrypted key only that it cannot be read is certain: one in 256 wrong passphrases leaves well-padded garbage. */
const opens = ({ key, passphrase }: Extract<ClientCertificate, { kind: 'pem' }>): boolean => {
  try {
    process.getBuiltinModule('node:crypto').createPrivateKey(passphrase === null ? { key } : { key, passphrase });
    return true;
  } catch (error) {
    if (/ENCRYPTED/.test(key)) return false;
    throw error;
  }
};
