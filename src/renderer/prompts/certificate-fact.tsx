import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { CertificateView } from '#shared/model/prompt.ts';
import { application } from '../state/application.ts';
import { Button } from '../ui/button.tsx';
import type { CertificateFact as Fact } from './certificate-marks.ts';
import styles from './certificate-table.module.css';
import { readDistinguishedName } from './distinguished-name.ts';
import { fingerprintLines } from './fingerprint.ts';

/** Names that are told at once; a certificate may hold hundreds. */
const FIRST_NAMES = 4;

interface CertificateFactProps {
  readonly fact: Fact;
  readonly certificate: CertificateView;
}

/** One fact of a certificate. */
export const CertificateFact = ({ fact, certificate }: CertificateFactProps) => {
  const locale = useStore(application, (state) => state.formatLocale);
  switch (fact) {
    case 'subject':
    case 'issuer':
      return <Party distinguishedName={certificate[fact]} />;
    case 'names':
      return <Names names={certificate.names} />;
    case 'valid': {
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
      return day.formatRange(certificate.validFromMs, certificate.validToMs);
    }
    case 'fingerprint':
      return <span className={styles.fingerprint}>{fingerprintLines(certificate.sha256).join('\n')}</span>;
  }
};

const Party = ({ distinguishedName }: { readonly distinguishedName: string }) => {
  const { name, rest } = readDistinguishedName(distinguishedName);
  return (
    <>
      {displayName(name)}
      {rest === '' ? null : <span className={styles.rest}>{displayName(rest)}</span>}
    </>
  );
};

const Names = ({ names }: { readonly names: readonly string[] }) => {
  const { t } = useTranslation('prompts');
  const [all, setAll] = useState(false);
  if (names.length === 0) return t('certificate.noNames');
  // One more than are told would take the line that says so.
  const shown = all || names.length <= FIRST_NAMES + 1 ? names : names.slice(0, FIRST_NAMES);
  return (
    <>
      <ul>
        {shown.map((name) => (
          <li key={name}>{displayName(name.replace(/^(DNS|IP Address):/, ''))}</li>
        ))}
      </ul>
      {shown.length === names.length ? null : (
        <span className={styles.more}>
          <Button kind="plain" size="small" onClick={() => setAll(true)}>
            {t('certificate.moreNames', { count: names.length - shown.length })}
          </Button>
        </span>
      )}
    </>
  );
};
