import { FaultError, type Stage } from '#shared/fault.ts';
import { systemWords } from '../network/connection-cause.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether an error is one of TLS itself: what came was no TLS, or no agreement was found. */
export const isOfTls = (error: unknown): boolean => /^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(codeOf(error));

/**
 * Whether the server has turned our certificate down, or wants one: of the alerts of RFC 8446 6.2 those that can only be
 * about it. With TLS 1.3 they come behind the handshake.
 */
export const isAboutOurCertificate = (error: unknown): boolean =>
  /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_\w+|UNKNOWN_CA)$|CERTIFICATE_REQUIRED$/.test(
    codeOf(error),
  );

/** A handshake that failed, in the library's words. */
export const handshakeFault = (stage: Stage, error: unknown): FaultError => {
  const reason = isAboutOurCertificate(error) ? 'client-certificate' : 'tls-handshake';
  return new FaultError({ kind: 'security', stage, reason, detail: systemWords(error) }, { cause: error });
};
