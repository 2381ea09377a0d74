import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { ANONYMOUS_USER } from '../state/connection-draft.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './site-editor.module.css';
import type { SiteFieldsProps } from './site-server-fields.tsx';

interface SiteLoginFieldsProps extends Omit<SiteFieldsProps, 'problems'> {
  readonly passwordRef: Ref<HTMLInputElement>;
  readonly keep: boolean;
  readonly onKeep: (keep: boolean) => void;
  /** Whether this system has a safe place for passwords. */
  readonly canKeep: boolean;
  /** Whether there is a password already: the vault's or the open connection's. */
  readonly held: boolean;
}

/** Who signs in. A password is asked for here only where it can be kept. */
export const SiteLoginFields = ({ draft, change, passwordRef, keep, onKeep, canKeep, held }: SiteLoginFieldsProps) => {
  const { t } = useTranslation('sites');
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('user')}>
          <TextInput
            placeholder={ANONYMOUS_USER}
            value={draft.user}
            onChange={(event) => change({ user: event.currentTarget.value })}
          />
        </Field>
        {canKeep ? (
          <Field label={t('password')}>
            <TextInput
              ref={passwordRef}
              type="password"
              placeholder={held ? t('passwordKept') : t('passwordAsked')}
              disabled={!keep}
            />
          </Field>
        ) : (
          <Field label={t('account')}>
            <TextInput value={draft.account} onChange={(event) => change({ account: event.currentTarget.value })} />
          </Field>
        )}
      </div>
      {canKeep ? (
        <Checkbox checked={keep} onChange={onKeep}>
          {t('keepPassword')}
        </Checkbox>
      ) : (
        <p className={styles.quiet}>{t('cannotKeep')}</p>
      )}
      {canKeep ? (
        <Field label={t('account')} hint={t('accountHint')}>
          <TextInput value={draft.account} onChange={(event) => change({ account: event.currentTarget.value })} />
        </Field>
      ) : null}
    </>
  );
};
