import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { CertificateView } from '#shared/model/prompt.ts';
import { application } from '../state/application.ts';
import { fingerprintLines } from './fingerprint.ts';
import styles from './prompts.module.css';

interface CertificateFactsProps {
  readonly heading: string;
  readonly certificate: CertificateView;
}

/** One certificate: whose it is, who vouches for it, from when to when, and its fingerprint. */
export const CertificateFacts = ({ heading, certificate }: CertificateFactsProps) => {
  const { t } = useTranslation('prompts');
  const locale = useStore(application, (state) => state.formatLocale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const names = certificate.names.map((name) => displayName(name.replace(/^(DNS|IP Address):/, '')));
  return (
    <section className={styles.certificate} aria-label={heading}>
      <h3 className={styles.heading}>{heading}</h3>
      <dl className={styles.facts}>
        <dt>{t('certificate.subject')}</dt>
        <dd>{displayName(certificate.subject)}</dd>
        <dt>{t('certificate.issuer')}</dt>
        <dd>{displayName(certificate.issuer)}</dd>
        {names.length === 0 ? null : (
          <>
            <dt>{t('certificate.names')}</dt>
            <dd>{names.join(', ')}</dd>
          </>
        )}
        <dt>{t('certificate.valid')}</dt>
        <dd>{day.formatRange(certificate.validFromMs, certificate.validToMs)}</dd>
        <dt>{t('certificate.fingerprint')}</dt>
        <dd className={styles.fingerprint}>{fingerprintLines(certificate.sha256).join('\n')}</dd>
      </dl>
    </section>
  );
};
