import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

/** What is said around user and password. */
export const LoginPage = ({ draft, change, problems }: PageProps<'login'>) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Field label={t('login.account')} hint={t('login.accountHint')}>
          <TextInput value={draft.account} onChange={(event) => change({ account: event.currentTarget.value })} />
        </Field>
        <Field
          label={t('login.language')}
          hint={t('login.languageHint')}
          error={problems.includes('language') ? t('login.languageProblem') : undefined}
        >
          <TextInput
            placeholder={t('login.languagePlaceholder')}
            value={draft.language}
            onChange={(event) => change({ language: event.currentTarget.value })}
          />
        </Field>
      </div>
      <Checkbox
        checked={draft.hostCommand}
        onChange={(hostCommand) => change({ hostCommand })}
        hint={t('login.hostCommandHint')}
      >
        <span>
          {t('login.hostCommand')} <span className={styles.quiet}>HOST</span>
        </span>
      </Checkbox>
      <Checkbox
        checked={draft.oneTimePasswords}
        onChange={(oneTimePasswords) => change({ oneTimePasswords })}
        hint={t('login.oneTimePasswordsHint')}
      >
        <span>
          {t('login.oneTimePasswords')} <span className={styles.quiet}>S/KEY, OTP</span>
        </span>
      </Checkbox>
      <Field
        label={t('login.commands')}
        hint={t('login.commandsHint')}
        error={problems.includes('commands') ? t('login.commandsProblem') : undefined}
      >
        <TextArea
          rows={5}
          placeholder="SITE UMASK 022"
          value={draft.commands}
          onChange={(event) => change({ commands: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
};
