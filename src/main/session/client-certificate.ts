import { basename } from 'node:path';
import { FaultError } from '#shared/fault.ts';
import type { ClientCertificateFiles } from '#shared/model/tls-choice.ts';
import { checkClientCertificate } from '../ftp/client-certificate.ts';
import type { ClientCertificate } from '../ftp/engine.ts';
import type { Secret } from './secret.ts';

/** How often the person is asked again for a passphrase that did not open the key. */
const FURTHER_TRIES = 3;

/** Reads a file of this computer. Faults: `local-file`. */
export type ReadLocalFile = (path: string) => Promise<Uint8Array>;

/**
 * Reads the files that say who we are, and opens the key: PEM in one or two files, or PKCS#12 (RFC 7292). The passphrase
 * is obtained only where there is one, and again where it was wrong.
 * Faults, all with stage `connecting`: `local-file`, `security: client-certificate` for files that are none or do not
 * belong together, those of the passphrase.
 */
export const loadClientCertificate = async (
  files: ClientCertificateFiles,
  read: ReadLocalFile,
  passphrase: Pick<Secret, 'obtain' | 'askAgain' | 'accepted'>,
  signal: AbortSignal,
): Promise<ClientCertificate> => {
  const opened = await readClientCertificate(files, read);
  const name = basename(files.key ?? files.certificate);
  let checked = checkClientCertificate(opened(null));
  let secret: string | null = null;
  for (let asked = 0; checked === 'wrong-passphrase'; asked += 1) {
    if (asked > FURTHER_TRIES) throw unusable(name, 'the passphrase is wrong');
    secret = asked === 0 ? await passphrase.obtain(signal) : await passphrase.askAgain(signal);
    checked = checkClientCertificate(opened(secret));
  }
  if (checked !== 'usable') throw unusable(name, checked.unusable);
  if (secret !== null) await passphrase.accepted();
  return opened(secret);
};

type Opened = (passphrase: string | null) => ClientCertificate;

const readClientCertificate = async (
  { certificate, key }: ClientCertificateFiles,
  read: ReadLocalFile,
): Promise<Opened> => {
  const file = await read(certificate);
  const text = asText(file);
  if (!text.includes('-----BEGIN ')) return (passphrase) => ({ kind: 'pkcs12', file, passphrase });
  const keyText = key === null ? text : asText(await read(key));
  return (passphrase) => ({ kind: 'pem', certificate: text, key: keyText, passphrase });
};

/** PEM is ASCII (RFC 7468), whatever stands around it. */
const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const unusable = (name: string, why: string): FaultError =>
  new FaultError({ kind: 'security', stage: 'connecting', reason: 'client-certificate', detail: `${name}: ${why}` });
