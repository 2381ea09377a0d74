import type { ConnectionSettings } from '#shared/model/connection.ts';
import { TLS_VERSIONS, type TlsChoice } from '#shared/model/tls-choice.ts';

/** How TLS is used, with the client certificate's files as paths. */
export interface EncryptionDraft extends Omit<TlsChoice, 'clientCertificate'> {
  readonly certificate: string;
  readonly key: string;
}

export type EncryptionField = 'versions' | 'certificate';

type EncryptionSettings = Pick<ConnectionSettings, 'tls'>;

export const encryptionDraftOf = ({ tls: { clientCertificate, ...tls } }: EncryptionSettings): EncryptionDraft => ({
  ...tls,
  certificate: clientCertificate?.certificate ?? '',
  key: clientCertificate?.key ?? '',
});

export const encryptionProblems = (draft: EncryptionDraft): readonly EncryptionField[] => {
  const wrong: EncryptionField[] = [];
  if (TLS_VERSIONS.indexOf(draft.minVersion) > TLS_VERSIONS.indexOf(draft.maxVersion)) wrong.push('versions');
  if (draft.certificate === '' && draft.key !== '') wrong.push('certificate');
  return wrong;
};

export const encryptionSettings = ({ certificate, key, ...tls }: EncryptionDraft): EncryptionSettings => ({
  tls: { ...tls, clientCertificate: certificate === '' ? null : { certificate, key: key === '' ? null : key } },
});
