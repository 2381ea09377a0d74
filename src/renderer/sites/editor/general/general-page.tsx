import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultPort } from '#shared/model/connection.ts';
import { ANONYMOUS_USER } from '../../../state/connection-draft.ts';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { SecuritySelect } from '../../security-select.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import { KeepSecret, SecretField, type SecretProps } from '../secret-field.tsx';
import { PlaceFields } from './place-fields.tsx';

interface GeneralPageProps extends PageProps<'general'>, SecretProps {
  readonly nameRef: Ref<HTMLInputElement>;
}

/** What every site has: its name, where it is, who signs in, and where the panes open. */
export const GeneralPage = ({ draft, change, problems, nameRef, ...secret }: GeneralPageProps) => {
  const { t } = useTranslation('editor');
  const { t: sites } = useTranslation('sites');
  return (
    <div className={styles.fields}>
      <Field label={t('general.name')}>
        <TextInput
          ref={nameRef}
          maxLength={200}
          placeholder={draft.host}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <div className={styles.hostAndPort}>
        <Field label={sites('host')} error={problems.includes('host') ? t('general.hostProblem') : undefined}>
          <TextInput value={draft.host} onChange={(event) => change({ host: event.currentTarget.value })} />
        </Field>
        <Field label={sites('port')} error={problems.includes('port') ? t('general.portProblem') : undefined}>
          <TextInput
            inputMode="numeric"
            placeholder={String(defaultPort(draft.security))}
            value={draft.port}
            onChange={(event) => change({ port: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field label={sites('security')} hint={sites(`securityHint.${draft.security}`)}>
        <SecuritySelect value={draft.security} onChange={(security) => change({ security })} />
      </Field>
      <div className={secret.canKeep ? styles.pair : undefined}>
        <Field label={sites('user')}>
          <TextInput
            placeholder={ANONYMOUS_USER}
            value={draft.user}
            onChange={(event) => change({ user: event.currentTarget.value })}
          />
        </Field>
        <SecretField {...secret} label={sites('password')} />
      </div>
      <KeepSecret {...secret} />
      <PlaceFields draft={draft} change={change} problems={problems} />
    </div>
  );
};
