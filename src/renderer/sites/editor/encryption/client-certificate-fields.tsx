import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import { KeepSecret, SecretField, type SecretProps } from '../secret-field.tsx';
import { FileInput } from './file-input.tsx';

type ClientCertificateFieldsProps = PageProps<'encryption'> & SecretProps;

/** The files that tell a server who we are. A key and its password are asked for only where there is a certificate. */
export const ClientCertificateFields = ({ draft, change, problems, ...secret }: ClientCertificateFieldsProps) => {
  const { t } = useTranslation('editor');
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div>
        <h3 id={heading}>{t('encryption.clientCertificate')}</h3>
        <p className={styles.quiet}>{t('encryption.clientCertificateWords')}</p>
      </div>
      <Field
        label={t('encryption.certificate')}
        hint={t('encryption.certificateHint')}
        error={problems.includes('certificate') ? t('encryption.certificateProblem') : undefined}
      >
        <FileInput
          value={draft.certificate}
          onChange={(certificate) => change({ certificate })}
          chooseLabel={t('encryption.chooseCertificate')}
        />
      </Field>
      {draft.certificate === '' && draft.key === '' ? null : (
        <>
          <Field label={t('encryption.key')}>
            <FileInput
              value={draft.key}
              onChange={(key) => change({ key })}
              chooseLabel={t('encryption.chooseKey')}
              placeholder={t('encryption.keyPlaceholder')}
            />
          </Field>
          <SecretField {...secret} label={t('encryption.passphrase')} />
          <KeepSecret {...secret} />
        </>
      )}
    </section>
  );
};
