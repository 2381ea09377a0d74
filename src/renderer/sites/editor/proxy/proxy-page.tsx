import { useTranslation } from 'react-i18next';
import { FTP_PROXY_DIALECTS, type FtpProxyDialect } from '#shared/model/proxy.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import type { SecretProps } from '../secret-field.tsx';
import { isProxyServer, PROXY_KINDS } from './proxy-draft.ts';
import { ProxyServerFields } from './proxy-server-fields.tsx';

/** What is sent, which is the same in every language. */
const DIALECT: Readonly<Record<FtpProxyDialect, string>> = {
  'user-at-host': 'USER user@host',
  site: 'SITE host',
  open: 'OPEN host',
};

/** The way to the server: straight, or through a proxy. */
export const ProxyPage = ({ draft, change, problems, ...secret }: PageProps<'proxy'> & SecretProps) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.fields}>
      <Field label={t('proxy.kind')} hint={t(`proxy.kindHint.${draft.kind}`)}>
        <Select
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          options={PROXY_KINDS.map((value) => ({ value, label: t(`proxy.kindChoice.${value}`) }))}
        />
      </Field>
      {draft.kind === 'ftp' ? (
        <Field label={t('proxy.dialect')}>
          <Select
            value={draft.dialect}
            onChange={(dialect) => change({ dialect })}
            options={FTP_PROXY_DIALECTS.map((value) => ({ value, label: DIALECT[value] }))}
          />
        </Field>
      ) : null}
      {isProxyServer(draft.kind) ? (
        <ProxyServerFields kind={draft.kind} draft={draft} change={change} problems={problems} {...secret} />
      ) : null}
    </div>
  );
};
