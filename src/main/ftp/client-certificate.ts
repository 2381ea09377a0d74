import type { ClientCertificate } from './engine.ts';
import { checkClientCertificate as check } from './security/client-certificate.ts';

/** `unusable`: in the library's words. */
export type CertificateCheck = 'usable' | 'wrong-passphrase' | { readonly unusable: string };

/** Whether a client certificate opens with its passphrase, and its key is the certificate's. */
export const checkClientCertificate = (certificate: ClientCertificate): CertificateCheck => check(certificate);
