import { createHash } from 'node:crypto';
import {
  createSecureContext,
  DEFAULT_CIPHERS,
  getCACertificates,
  type SecureContext,
  type SecureContextOptions,
} from 'node:tls';
import type { TlsOptions } from '../engine.ts';
import { identityOf } from './client-certificate.ts';

type ContextOptions = Pick<TlsOptions, 'ca' | 'minVersion' | 'maxVersion' | 'clientCertificate'>;

// Reading some 300 roots takes tens of milliseconds: once per process, not once per data connection.
const contexts = new Map<string, SecureContext>();

/** How many contexts are kept; each holds all roots. */
const KEPT = 8;

/** Versions that OpenSSL has only where its security level 0 is asked for: their signatures are made with SHA-1. */
const OLD_VERSIONS: ReadonlySet<string> = new Set(['TLSv1', 'TLSv1.1']);

/** A TLS context that trusts Mozilla's roots, the system's and `ca`, and shows our certificate where one is asked for. */
export const secureContext = (options: ContextOptions): SecureContext => {
  const key = keyOf(options);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const { ca, minVersion, maxVersion, clientCertificate } = options;
  const roots = new Set([...getCACertificates('default'), ...getCACertificates('system'), ...ca]);
  const identity = clientCertificate === null ? {} : identityOf(clientCertificate);
  const context = createContext({ ca: [...roots], minVersion, maxVersion, ...identity });
  const oldest = contexts.keys().next();
  if (contexts.size >= KEPT && !oldest.done) contexts.delete(oldest.value);
  contexts.set(key, context);
  return context;
};

/** All that makes contexts differ, as a digest: keys and passphrases are not to lie about once more. */
const keyOf = ({ ca, minVersion, maxVersion, clientCertificate }: ContextOptions): string => {
  const identity =
    clientCertificate?.kind === 'pkcs12'
      ? { ...clientCertificate, file: Buffer.from(clientCertificate.file).toString('base64') }
      : clientCertificate;
  return createHash('sha256')
    .update(JSON.stringify([minVersion, maxVersion, ca, identity]))
    .digest('base64');
};

const createContext = (options: SecureContextOptions): SecureContext => {
  if (!OLD_VERSIONS.has(options.minVersion ?? '')) return createSecureContext(options);
  try {
    return createSecureContext({ ...options, ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` });
  } catch (error) {
    // BoringSSL, which Electron has, knows no security levels, and has the old versions without.
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).includes('CIPHER')) throw error;
    return createSecureContext(options);
  }
};
