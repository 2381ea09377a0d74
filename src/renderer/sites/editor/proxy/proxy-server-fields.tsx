import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import { KeepSecret, SecretField, type SecretProps } from '../secret-field.tsx';
import { type ProxyServerKind, USUAL_PROXY_PORT } from './proxy-draft.ts';

interface ProxyServerFieldsProps extends PageProps<'proxy'>, SecretProps {
  readonly kind: ProxyServerKind;
}

/** Where the proxy is, and who we are to it. */
export const ProxyServerFields = ({ kind, draft, change, problems, ...secret }: ProxyServerFieldsProps) => {
  const { t } = useTranslation('editor');
  return (
    <>
      <div className={styles.hostAndPort}>
        <Field label={t('proxy.host')} error={problems.includes('host') ? t('proxy.hostProblem') : undefined}>
          <TextInput value={draft.host} onChange={(event) => change({ host: event.currentTarget.value })} />
        </Field>
        <Field label={t('proxy.port')} error={problems.includes('port') ? t('proxy.portProblem') : undefined}>
          <TextInput
            inputMode="numeric"
            placeholder={String(USUAL_PROXY_PORT[kind])}
            value={draft.port}
            onChange={(event) => change({ port: event.currentTarget.value })}
          />
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={t('proxy.user')}>
          <TextInput
            placeholder={t('proxy.userPlaceholder')}
            value={draft.user}
            onChange={(event) => change({ user: event.currentTarget.value })}
          />
        </Field>
        {draft.user.trim() === '' ? null : <SecretField {...secret} label={t('proxy.password')} />}
      </div>
      {draft.user.trim() === '' ? null : <KeepSecret {...secret} />}
    </>
  );
};
