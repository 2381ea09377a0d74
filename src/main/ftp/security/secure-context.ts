import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import type { TlsOptions } from '../engine.ts';

type ContextOptions = Pick<TlsOptions, 'ca' | 'minVersion' | 'maxVersion'>;

// Reading some 300 roots takes tens of milliseconds: once per process, not once per data connection.
const contexts = new Map<string, SecureContext>();

/** How many contexts are kept; each holds all roots. */
const KEPT = 8;

/** A TLS context that trusts Mozilla's roots, the system's and `ca`. */
export const secureContext = ({ ca, minVersion, maxVersion }: ContextOptions): SecureContext => {
  const key = JSON.stringify([minVersion, maxVersion, ca]);
  const known = contexts.get(key);
  if (known !== undefined) return known;
  const roots = new Set([...getCACertificates('default'), ...getCACertificates('system'), ...ca]);
  const context = createSecureContext({ ca: [...roots], minVersion, maxVersion });
  const oldest = contexts.keys().next();
  if (contexts.size >= KEPT && !oldest.done) contexts.delete(oldest.value);
  contexts.set(key, context);
  return context;
};
