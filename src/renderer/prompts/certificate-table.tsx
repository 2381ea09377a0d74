import { useTranslation } from 'react-i18next';
import type { CertificateView } from '#shared/model/prompt.ts';
import { classNames } from '../ui/class-names.ts';
import { CertificateFact } from './certificate-fact.tsx';
import { CERTIFICATE_FACTS, type CertificateFact as Fact } from './certificate-marks.ts';
import styles from './certificate-table.module.css';

interface CertificateTableProps {
  /** What the table is about, for those who do not see it. */
  readonly label: string;
  readonly certificate: CertificateView;
  /** The one that was trusted before, to stand beside it fact by fact. */
  readonly previous?: CertificateView | null;
  /** The facts to look at. */
  readonly marks?: ReadonlySet<Fact>;
}

/** A certificate: whose it is, who vouches for it, for which names, from when to when, and its fingerprint. */
export const CertificateTable = ({ label, certificate, previous = null, marks }: CertificateTableProps) => {
  const { t } = useTranslation('prompts');
  return (
    <table className={styles.table} aria-label={label}>
      {previous === null ? null : (
        <thead>
          <tr>
            <td className={styles.fact} />
            <th scope="col">{t('certificate.previous')}</th>
            <th scope="col">{t('certificate.now')}</th>
          </tr>
        </thead>
      )}
      <tbody>
        {CERTIFICATE_FACTS.map((fact) => (
          <tr key={fact}>
            <th scope="row" className={styles.fact}>
              {t(`certificate.${fact}`)}
            </th>
            {previous === null ? null : (
              <td>
                <CertificateFact fact={fact} certificate={previous} />
              </td>
            )}
            <td className={classNames(marks?.has(fact) && styles.marked)}>
              <CertificateFact fact={fact} certificate={certificate} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
