import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { defaultPort } from '#shared/model/connection.ts';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { SecuritySelect } from './security-select.tsx';
import type { SiteDraft, SiteProblems } from './site-draft.ts';
import styles from './site-editor.module.css';

export interface SiteFieldsProps {
  readonly draft: SiteDraft;
  readonly change: (part: Partial<SiteDraft>) => void;
  /** Null until the person has tried to save. */
  readonly problems: SiteProblems | null;
}

/** What the site is called, where it is and how the way there is protected. */
export const SiteServerFields = ({
  draft,
  change,
  problems,
  nameRef,
}: SiteFieldsProps & { readonly nameRef: Ref<HTMLInputElement> }) => {
  const { t } = useTranslation('sites');
  return (
    <>
      <Field label={t('name')}>
        <TextInput
          ref={nameRef}
          maxLength={200}
          placeholder={draft.host}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <div className={styles.hostAndPort}>
        <Field label={t('host')} error={problems?.host ? t('hostProblem') : undefined}>
          <TextInput value={draft.host} onChange={(event) => change({ host: event.currentTarget.value })} />
        </Field>
        <Field label={t('port')} error={problems?.port ? t('portProblem') : undefined}>
          <TextInput
            inputMode="numeric"
            placeholder={String(defaultPort(draft.security))}
            value={draft.port}
            onChange={(event) => change({ port: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Field label={t('security')} hint={t(`securityHint.${draft.security}`)}>
        <SecuritySelect value={draft.security} onChange={(security) => change({ security })} />
      </Field>
    </>
  );
};
