import { useTranslation } from 'react-i18next';
import type { Security } from '#shared/model/connection.ts';
import { TLS_VERSIONS, type TlsVersion } from '#shared/model/tls-choice.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import type { SecretProps } from '../secret-field.tsx';
import { ClientCertificateFields } from './client-certificate-fields.tsx';

interface EncryptionPageProps extends PageProps<'encryption'>, SecretProps {
  readonly security: Security;
}

const VERSIONS = TLS_VERSIONS.map((value) => ({ value, label: value.replace('TLSv', 'TLS ') }));

/** How TLS is used where it is used at all. */
export const EncryptionPage = ({ draft, change, problems, security, ...secret }: EncryptionPageProps) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.fields}>
      {security === 'none' ? <p className={styles.quiet}>{t('encryption.unused')}</p> : null}
      <div className={styles.pair}>
        <Field
          label={t('encryption.minVersion')}
          hint={t('encryption.versionsHint')}
          error={problems.includes('versions') ? t('encryption.versionsProblem') : undefined}
        >
          <Select<TlsVersion>
            value={draft.minVersion}
            onChange={(minVersion) => change({ minVersion })}
            options={VERSIONS}
          />
        </Field>
        <Field label={t('encryption.maxVersion')}>
          <Select<TlsVersion>
            value={draft.maxVersion}
            onChange={(maxVersion) => change({ maxVersion })}
            options={VERSIONS}
          />
        </Field>
      </div>
      <Field label={t('encryption.data')} hint={t(`encryption.dataHint.${draft.data}`)}>
        <Select
          value={draft.data}
          onChange={(data) => change({ data })}
          options={[
            { value: 'private', label: t('encryption.dataChoice.private'), note: 'PROT P' },
            { value: 'clear', label: t('encryption.dataChoice.clear'), note: 'PROT C' },
          ]}
        />
      </Field>
      <Checkbox
        checked={draft.clearControl}
        onChange={(clearControl) => change({ clearControl })}
        hint={t('encryption.clearControlHint')}
      >
        <span>
          {t('encryption.clearControl')} <span className={styles.quiet}>CCC</span>
        </span>
      </Checkbox>
      <ClientCertificateFields draft={draft} change={change} problems={problems} {...secret} />
    </div>
  );
};
