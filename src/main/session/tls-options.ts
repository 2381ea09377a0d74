import { basename } from 'node:path';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { ClientCertificate, TlsOptions } from '../ftp/engine.ts';
import type { Asker } from '../prompts/asker.ts';
import type { TrustedCertificates } from '../site/trusted-certificates.ts';
import type { Vault } from '../site/vault.ts';
import { createCertificateTrust } from './certificate-trust.ts';
import { createClearDataConsent } from './clear-data-consent.ts';
import { loadClientCertificate, type ReadLocalFile } from './client-certificate.ts';
import { createPlainTextConsent } from './plain-text-consent.ts';
import { createSecret } from './secret.ts';

export interface TlsOptionsOptions {
  readonly settings: ConnectionSettings;
  readonly siteId: string | null;
  readonly readLocalFile: ReadLocalFile;
  readonly vault: Vault;
  readonly trusted: TrustedCertificates;
  readonly asker: Asker;
  /** For remarks that belong into the transcript. */
  readonly note: (text: string) => void;
  /** Ends open questions when the session ends. */
  readonly signal: AbortSignal;
}

/**
 * How the connections of one session use TLS: as the site says, with its certificate read and opened once, and the same
 * person asked about all that is not plain. Faults: those of {@link loadClientCertificate}.
 */
export type SessionTls = () => Promise<TlsOptions>;

export const createSessionTls = (options: TlsOptionsOptions): SessionTls => {
  const { settings, siteId, readLocalFile, vault, trusted, asker, note, signal } = options;
  const { host, user, tls } = settings;
  const { clientCertificate: files, ...choice } = tls;
  const decisions = {
    decide: createCertificateTrust(trusted, asker, signal),
    decidePlainText: createPlainTextConsent({ host, user, asker, signal }),
    decideClearData: createClearDataConsent({ host, asker, signal }),
  };
  let loading: Promise<ClientCertificate> | null = null;

  const load = (): Promise<ClientCertificate | null> => {
    // What a site without encryption does not use need not be there.
    if (files === null || settings.security === 'none') return Promise.resolve(null);
    const name = basename(files.key ?? files.certificate);
    const common = { siteId, vault, asker, note, given: null, unasked: null };
    const secret = createSecret({ ...common, purpose: 'client-certificate', host: name, user });
    const accepted = (): Promise<void> =>
      secret.accepted().catch((error: unknown) => {
        // The certificate is open all the same.
        note(`The passphrase could not be kept: ${error instanceof Error ? error.message : String(error)}`);
      });
    const { obtain, askAgain } = secret;
    loading ??= loadClientCertificate(files, readLocalFile, { obtain, askAgain, accepted }, signal).catch((error) => {
      // The person may mend the file, or type the passphrase another time.
      loading = null;
      throw error;
    });
    return loading;
  };

  return async () => ({ ...choice, ca: [], clientCertificate: await load(), ...decisions });
};
