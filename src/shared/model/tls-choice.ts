/** The versions of TLS that a server may be met with; those before 1.2 only for servers that know no better. */
export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;

export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** Files on this computer that say who we are. */
export interface ClientCertificateFiles {
  /** PEM, or PKCS#12 with the key in it. */
  readonly certificate: string;
  /** PEM; null where the certificate's file holds it. */
  readonly key: string | null;
}

/** How TLS is used where it is used at all. */
export interface TlsChoice {
  readonly minVersion: TlsVersion;
  readonly maxVersion: TlsVersion;
  /** PROT P, or PROT C: data connections in the clear beside a protected login (RFC 4217 9). */
  readonly data: 'private' | 'clear';
  /** CCC: the control connection goes on in the clear after login, for translators that have to read PORT (RFC 4217 8). */
  readonly clearControl: boolean;
  readonly clientCertificate: ClientCertificateFiles | null;
}

export const DEFAULT_TLS: TlsChoice = {
  minVersion: 'TLSv1.2',
  maxVersion: 'TLSv1.3',
  data: 'private',
  clearControl: false,
  clientCertificate: null,
};
